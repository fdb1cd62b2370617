using System.Text.Json;
using Outturn.App.Reference;
using Outturn.Core.Indicators;
using Outturn.Core.National;
using Outturn.Core.Observations;
using Outturn.Core.Papers;

namespace Outturn.Cli.Reference;

/// <summary>What the verbs of the reference store say.</summary>
internal sealed class ReferenceText(TextWriter output)
{
    private const int MostReasons = 12;

    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public void Json<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, Indented));

    /// <summary>One line for a file, and one below for each reason for which rows were refused.</summary>
    public void File(FileReport file)
    {
        output.WriteLine(file.Outcome switch
        {
            FileOutcome.Taken => $"{file.File}: {file.Read:N0} read = {file.Stored:N0} stored + {file.Refused:N0} refused ({file.Profile})",
            FileOutcome.AlreadyThere => $"{file.File}: is there already",
            FileOutcome.NotKnown => $"{file.File}: left out. {string.Join(" ", file.Remarks)}",
            _ => $"{file.File}: refused. {string.Join(" ", file.Remarks)}",
        });
        if (file.Outcome != FileOutcome.Taken)
        {
            return;
        }

        foreach (var refusal in file.Refusals.Take(MostReasons))
        {
            output.WriteLine($"  {Words.Count(refusal.Rows, "row")}, the first in row {refusal.FirstRow}: {refusal.Reason}");
        }

        if (file.Refusals.Count > MostReasons)
        {
            output.WriteLine($"  ... and {Words.Count(file.Refusals.Count - MostReasons, "more reason")}: --json has them all.");
        }

        foreach (var remark in file.Remarks)
        {
            output.WriteLine($"  {remark}");
        }
    }

    public void Sum(IReadOnlyList<FileReport> files)
    {
        var taken = files.Where(file => file.Outcome == FileOutcome.Taken).ToList();
        var there = files.Count(file => file.Outcome == FileOutcome.AlreadyThere);
        output.WriteLine($"{Words.Capital(Words.Count(taken.Count, "file"))} taken: {taken.Sum(file => file.Read):N0} rows read = {taken.Sum(file => file.Stored):N0} stored + {taken.Sum(file => file.Refused):N0} refused"
            + (there > 0 ? $"; {Words.Count(there, "file")} there already." : "."));
    }

    public void List(IReadOnlyList<Publication> publications, IReadOnlyList<NeighbourSetSummary> sets, IReadOnlyList<(string Framework, string Edition, DateOnly? Date)> editions, IReadOnlyList<NationalSeries>? series)
    {
        output.WriteLine($"Publications: {publications.Count:N0}");
        foreach (var one in publications)
        {
            output.WriteLine($"  {one.Dataset}: {Words.Count(one.Series, "series", "series")}, {one.Stored:N0} figures; {one.Organisation ?? "publisher not known"}, {(one.PublishedOn is { } on ? $"published {Words.Date(on)}" : "date of publication not known")}; {one.File}, SHA-256 {one.Sha256[..12]}…");
        }

        foreach (var one in series ?? [])
        {
            output.WriteLine($"  {one.Name}: {one.Title}{(one.Unit is { } unit ? $" ({unit})" : "")}");
        }

        output.WriteLine($"Neighbour sets: {sets.Count:N0}");
        foreach (var set in sets)
        {
            output.WriteLine($"  {set.Name}, {Words.Date(set.Date)}: {set.Areas:N0} areas; {set.Source}");
        }

        output.WriteLine($"Frameworks: {editions.Count:N0}");
        foreach (var (framework, edition, date) in editions)
        {
            output.WriteLine($"  {framework}, {edition}{(date is { } day ? $" ({Words.Date(day)})" : "")}");
        }
    }

    public void Series(NationalSeries series, IReadOnlyList<Area> areas, IReadOnlyList<NationalFigure> figures, DateOnly on)
    {
        output.WriteLine($"{series.Title} ({series.Name})");
        output.WriteLine($"  {series.Unit ?? "unit not said"}; {series.Publisher ?? "publisher not known"}{(series.PublishedOn is { } day ? $", published {Words.Date(day)}" : "")}; every {Words.Count(series.Cadence.Months, "month")}, {series.Cadence.LagDays} days after its period");
        foreach (var area in areas)
        {
            output.WriteLine($"{area.Name} ({area.Code}){(area.Superseded is { } old ? $", now {string.Join(" and ", old.Successors)}" : "")}");
            foreach (var figure in figures.Where(figure => figure.Area == area.Code))
            {
                output.WriteLine($"  {Line(series, figure, on)}");
            }
        }
    }

    private static string Line(NationalSeries series, NationalFigure figure, DateOnly on)
    {
        var unit = new Unit(series.Unit ?? Unit.Number);
        var decimals = series.Decimals ?? 1;
        List<string> parts = [$"{figure.Period.Label}: {(figure.Value is { } value ? unit.Print(value, decimals) : $"no value [{figure.Marker.Code()}]")}"];
        if (figure.Interval is { } interval)
        {
            parts.Add($"{unit.Print(interval.Lower, decimals)} to {unit.Print(interval.Upper, decimals)}");
        }

        parts.Add(series.Cadence.AgeOf(figure.Period.Last, on).Words());
        if (figure.Status != FigureStatus.NotSaid)
        {
            parts.Add(figure.Status.ToString().ToLowerInvariant());
        }

        if (figure.Note is { } note)
        {
            parts.Add(note);
        }

        return string.Join("; ", parts);
    }
}
