using Microsoft.Data.Sqlite;
using Outturn.Core.National;
using Outturn.Core.Targets;

namespace Outturn.App.Reference;

/// <summary>Takes the lists by which figures are understood: areas, what became of old ones, numbers of areas, clusters, catalogues and dictionaries.</summary>
internal sealed class ListImport(SqliteConnection connection, Profile profile, ProfiledRows rows, RowCount count)
{
    public void Take()
    {
        Action<Import.SourceRow> take = profile.Kind switch
        {
            ProfileKind.Areas => TakeArea,
            ProfileKind.Superseded => TakeSuperseded,
            ProfileKind.AreaNumbers => TakeNumber,
            ProfileKind.Clusters => TakeClusters,
            ProfileKind.Datasets => TakeDataset,
            _ => TakeSeries,
        };
        foreach (var row in rows.Rows)
        {
            take(row);
        }
    }

    private void TakeArea(Import.SourceRow row)
    {
        if (rows[row, "code"] is not { } code || !AreaCodes.IsCode(code) || rows[row, "name"] is not { } name)
        {
            count.Refuse("The row has no code of an area (E10000016), or no name.", row.Number);
            return;
        }

        var tiers = rows[row, "tiers"] is { } said ? AreaCodes.ReadTiers(said) : AreaCodes.Told(code).Tiers;
        connection.Run(
            """
            INSERT INTO area (code, name, type, tiers, region_code, region, county_code, county, combined_authority_code, combined_authority, listed) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,1)
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, type = excluded.type, tiers = excluded.tiers, region_code = excluded.region_code, region = excluded.region,
                county_code = excluded.county_code, county = excluded.county, combined_authority_code = excluded.combined_authority_code, combined_authority = excluded.combined_authority, listed = 1
            """,
            code, name, rows[row, "type"] ?? AreaCodes.Told(code).Type, (int)tiers, rows[row, "regionCode"], rows[row, "region"], rows[row, "countyCode"], rows[row, "county"], rows[row, "combinedCode"], rows[row, "combined"]);
        foreach (var part in Codes(rows[row, "parts"]))
        {
            connection.Run("INSERT INTO area_part (whole, part) VALUES ($1,$2) ON CONFLICT DO NOTHING", code, part);
        }

        count.Store();
    }

    private void TakeSuperseded(Import.SourceRow row)
    {
        var successors = Codes(rows[row, "successors"]);
        if (rows[row, "code"] is not { } code || !AreaCodes.IsCode(code) || successors.Length == 0 || rows[row, "change"] is not ("recode" or "reorganised"))
        {
            count.Refuse("The row has no code, no successors, or a change that is neither recode nor reorganised.", row.Number);
            return;
        }

        var (type, tiers) = AreaCodes.Told(code);
        connection.Run("INSERT INTO area (code, name, type, tiers, listed) VALUES ($1,$2,$3,$4,1) ON CONFLICT (code) DO UPDATE SET name = excluded.name, type = excluded.type, listed = 1", code, rows[row, "name"] ?? code, rows[row, "type"] ?? type, (int)tiers);
        connection.Run(
            "INSERT INTO superseded (area, end_year, recode, source) VALUES ($1,$2,$3,$4) ON CONFLICT (area) DO UPDATE SET end_year = excluded.end_year, recode = excluded.recode, source = excluded.source",
            code, int.TryParse(rows[row, "endYear"], out var year) ? year : null, rows[row, "change"] == "recode" ? 1 : 0, rows[row, "source"]);
        connection.Run("DELETE FROM successor WHERE area = $1", code);
        foreach (var successor in successors)
        {
            connection.Run("INSERT INTO successor (area, code) VALUES ($1,$2)", code, successor);
        }

        count.Store();
    }

    /// <summary>A number whose code is another place's (the number of London with the code of the City) goes by its name; one without a code by the old council of that name, or by itself.</summary>
    private void TakeNumber(Import.SourceRow row)
    {
        if (rows[row, "number"] is not { } number || rows[row, "name"] is not { } name)
        {
            count.Refuse("The row has no number, or no name.", row.Number);
            return;
        }

        var given = rows[row, "code"];
        var isCouncil = rows[row, "type"] is not (null or "NA");
        var code = given is not null && (isCouncil || AreaCodes.Told(given).Tiers == Tiers.None) ? given : ByName(name, isCouncil);
        if (code is null)
        {
            code = $"{profile.AreaNumbers}-{number}";
            connection.Run("INSERT INTO area (code, name, type, tiers, listed) VALUES ($1,$2,'other',0,0) ON CONFLICT DO NOTHING", code, name);
        }

        if (code != given)
        {
            count.Remarks.Add(given is null ? $"{profile.AreaNumbers} number {number}, {name}, has no code in the list: {code}." : $"{profile.AreaNumbers} number {number}, {name}, is given the code {given} of another place: {code}.");
        }

        connection.Run("INSERT INTO area_number (scheme, number, area) VALUES ($1,$2,$3) ON CONFLICT (scheme, number) DO UPDATE SET area = excluded.area", profile.AreaNumbers, number, code);
        count.Store();
    }

    private string? ByName(string name, bool isCouncil)
    {
        var plain = name.Replace(" (Pre LG)", "", StringComparison.Ordinal);
        using var command = connection.Statement(
            isCouncil ? "SELECT code FROM area WHERE name = $1 AND tiers & 2 ORDER BY code IN (SELECT area FROM superseded) DESC, code LIMIT 1" : "SELECT code FROM area WHERE name = $1 AND type IN ('region', 'country', 'part_of_london') LIMIT 1", plain);
        return (string?)command.ExecuteScalar();
    }

    private void TakeClusters(Import.SourceRow row)
    {
        if (rows[row, "area"] is not { } area)
        {
            count.Refuse("The row has no code of an area.", row.Number);
            return;
        }

        foreach (var scheme in rows.Places.Keys.Except(["area", "name"]))
        {
            connection.Run("INSERT INTO area_group (scheme, area, name) VALUES ($1,$2,$3) ON CONFLICT (scheme, area) DO UPDATE SET name = excluded.name", scheme, area, rows[row, scheme] ?? "");
        }

        count.Store();
    }

    private void TakeDataset(Import.SourceRow row)
    {
        if (rows[row, "dataset"] is not { } name)
        {
            count.Refuse("The row names no dataset.", row.Number);
            return;
        }

        connection.Run(
            """
            INSERT INTO dataset (name, organisation, address, published_on) VALUES ($1,$2,$3,$4)
            ON CONFLICT (name) DO UPDATE SET organisation = excluded.organisation, address = excluded.address, published_on = coalesce(excluded.published_on, published_on)
            """,
            OpenedFile.StemOf(name), rows[row, "organisation"], rows[row, "address"], CatalogueDate.Read(rows[row, "published"]).Iso());
        count.Store();
    }

    private readonly HashSet<(string, string)> taken = [];

    private void TakeSeries(Import.SourceRow row)
    {
        if ((profile.Dataset ?? rows[row, "dataset"]) is not { } dataset || rows[row, "code"] is not { } code)
        {
            count.Refuse("The row names no dataset, or no series.", row.Number);
            return;
        }

        if (!taken.Add((dataset, code)))
        {
            count.Refuse("The series stands in an earlier row too, under another heading.", row.Number);
            return;
        }

        var id = connection.Id("INSERT INTO dataset (name) VALUES ($1) ON CONFLICT (name) DO UPDATE SET name = name RETURNING id", dataset);
        connection.Run(
            """
            INSERT INTO series (dataset, code, title, unit, decimals, polarity, years, cadence_months, published_on, publisher, address, description) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)
            ON CONFLICT (dataset, code) DO UPDATE SET title = excluded.title, unit = excluded.unit, decimals = excluded.decimals, polarity = excluded.polarity, years = excluded.years,
                cadence_months = excluded.cadence_months, published_on = excluded.published_on, publisher = excluded.publisher, address = excluded.address, description = excluded.description
            """,
            id, code, rows[row, "title"] ?? code, rows[row, "unit"], int.TryParse(rows[row, "decimals"], out var decimals) ? decimals : null,
            Polarities.Read(rows[row, "polarity"] ?? "") is { } polarity ? polarity.Name() : null, rows[row, "years"] ?? profile.Years,
            rows[row, "cadence"] is { } cadence ? Cadence.ReadMonths(cadence) : null, CatalogueDate.Read(rows[row, "published"]).Iso(), rows[row, "publisher"], rows[row, "address"], rows[row, "description"]);
        count.Store();
    }

    private static string[] Codes(string? text) => text?.Split([';', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
