using Outturn.App.Import;

namespace Outturn.App.Reference;

/// <summary>The rows of a small file under the roles that its profile gives its columns.</summary>
internal sealed class ProfiledRows
{
    private ProfiledRows(IReadOnlyList<SourceRow> rows, IReadOnlyDictionary<string, int[]> places, int width) => (Rows, Places, Width) = (rows, places, width);

    public IReadOnlyList<SourceRow> Rows { get; }

    public IReadOnlyDictionary<string, int[]> Places { get; }

    /// <summary>How many columns the header has.</summary>
    public int Width { get; }

    public static ProfiledRows? Read(OpenedFile file, Profile profile, out string refusal)
    {
        refusal = "";
        switch (file.IsWorkbook ? Sources.ReadUnlinked(file.Path) is ReadResult.Refused linked ? linked : Sources.Read(file.Path, [.. profile.Names]) : CsvSource.Read(file.Path))
        {
            // A workbook has its table on any of its sheets, behind a cover and notes.
            case ReadResult.Read read when read.Tables.Select(table => (Table: table, Places: profile.Places([.. table.Header.Select(column => column.Name)]))).FirstOrDefault(fit => fit.Places is not null) is { Table: { } table, Places: { } places }:
                return new ProfiledRows(table.Rows, places, table.Header.Count);
            case not null when file.IsWorkbook && AsItStands(file, profile) is { } found:
                return found;
            case ReadResult.Refused refused:
                refusal = string.Join(" ", refused.Defects.Take(3));
                return null;
            default:
                refusal = $"The columns of profile {profile.Name} are not there.";
                return null;
        }
    }

    /// <summary>Of a sheet whose header names columns twice, as "Name" or "Distance" behind each of several codes.</summary>
    private static ProfiledRows? AsItStands(OpenedFile file, Profile profile)
    {
        foreach (var table in Sources.ReadUnlinked(file.Path) is ReadResult.Read read ? read.Tables : [])
        {
            foreach (var (row, i) in table.Rows.Take(OpenedFile.DeepestHeader).Select((row, i) => (row, i)))
            {
                if (profile.Places(OpenedFile.TextsOf(table, row)) is { } places)
                {
                    // Notes below a table stand in single cells.
                    return new ProfiledRows([.. table.Rows.Skip(i + 1).Where(below => Enumerable.Range(0, table.Header.Count).Count(at => below[at].Text.Trim().Length > 0) > 1)], places, table.Header.Count);
                }
            }
        }

        return null;
    }

    public static string? Text(SourceRow row, IReadOnlyDictionary<string, int[]> places, string role) =>
        places.TryGetValue(role, out var at) && row[at[0]].Text.Trim() is { Length: > 0 } text ? text : null;

    public string? this[SourceRow row, string role] => Text(row, Places, role);
}
