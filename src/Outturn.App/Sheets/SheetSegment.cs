using Outturn.App.Import;

namespace Outturn.App.Sheets;

/// <summary>A table within a sheet: its headings and the rows below them, down to the next headings.</summary>
/// <param name="Texts">What stands above the headings: the sheet's title, from the nearest.</param>
/// <param name="Headings">The text of each column's heading, its tiers and the period it stands under put together.</param>
/// <param name="Rows">All rows below, headings of sections and footnotes included.</param>
internal sealed record SheetSegment(
    SheetGrid Sheet, IReadOnlyList<string> Texts, IReadOnlyList<string> Headings, IReadOnlyList<SourceRow> Rows)
{
    private const int FewestKnown = 3;
    private const int LongestHeading = 200;

    /// <summary>The tables of a sheet; none where no row has the headings of one.</summary>
    public static IReadOnlyList<SheetSegment> In(SheetGrid sheet)
    {
        var starts = Starts(sheet);

        var segments = new List<SheetSegment>();
        var title = starts.Count == 0 ? [] : TextsOf(sheet.Rows.Take(starts[0]).Reverse());
        for (var i = 0; i < starts.Count; i++)
        {
            var (first, end) = (starts[i], i + 1 < starts.Count ? starts[i + 1] : sheet.Rows.Count);
            var above = sheet.Rows.Take(first).Skip(i == 0 ? 0 : starts[i - 1] + 1).Reverse().ToList();
            var below = first + 1 < end && IsSecondTier(sheet.Rows[first], sheet.Rows[first + 1]) ? sheet.Rows[first + 1] : null;
            var rows = sheet.Rows.Skip(first + (below is null ? 1 : 2)).Take(end - first - (below is null ? 1 : 2)).ToList();
            var texts = TextsOf(above).Concat(i == 0 ? [] : title).ToList();
            var section = starts.Count > 1 ? TakeSection(above, segments, rows) : null;
            segments.Add(new SheetSegment(sheet, texts, HeadingsOf(sheet.Rows[first], above, below), section is null ? rows : [section, .. rows]));
        }

        return segments;
    }

    /// <summary>The first row of headings, and those below it that name the indicator in the same column: "KPI" elsewhere is a row's kind.</summary>
    private static List<int> Starts(SheetGrid sheet)
    {
        var read = new Dictionary<string, Heading?>();
        var known = Enumerable.Range(0, sheet.Rows.Count).Where(i => IsHeader(sheet.Rows[i], FewestKnown, read)).ToList();
        if (known.Count == 0)
        {
            return [.. Enumerable.Range(0, sheet.Rows.Count).Where(i => IsHeader(sheet.Rows[i], FewestKnown - 1, read)).Take(1)];
        }

        var names = NameColumns(sheet.Rows[known[0]]).ToHashSet();
        return [.. known.Where(i => i == known[0] || NameColumns(sheet.Rows[i]).Any(names.Contains))];
    }

    private static IReadOnlyList<string> TextsOf(IEnumerable<SourceRow> rows) =>
        [.. rows.Where(row => Filled(row) <= 2).SelectMany(row => row.Cells).Where(cell => !cell.IsBlank).Select(Heading.Text)];

    public static int Filled(SourceRow row) => row.Cells.Count(cell => !cell.IsBlank);

    /// <summary>Where headings are repeated, the line alone above them is the section that follows, not a footnote of the one before.</summary>
    private static SourceRow? TakeSection(List<SourceRow> above, List<SheetSegment> before, List<SourceRow> rows)
    {
        if (rows.Count == 0 || above.Count == 0 || Filled(above[0]) != 1)
        {
            return null;
        }

        if (before.Count > 0)
        {
            before[^1] = before[^1] with { Rows = [.. before[^1].Rows.Where(row => row != above[0])] };
        }

        return above[0];
    }

    /// <param name="read">What was read before: the cells of a long sheet say the same again and again.</param>
    private static bool IsHeader(SourceRow row, int fewest, Dictionary<string, Heading?> read)
    {
        var (known, names, numbers) = (0, false, 0);
        foreach (var cell in row.Cells)
        {
            var isFigure = (cell.Number ?? NumberText.Parse(cell.Text, "%").Value) is > 2200 or < 1900;
            numbers += isFigure ? 1 : 0;
            if (isFigure || cell.Text.Length is 0 or > LongestHeading)
            {
                continue;
            }

            if (!read.TryGetValue(cell.Text, out var heading))
            {
                read.Add(cell.Text, heading = Heading.Read(Heading.Text(cell)));
            }

            known += heading is null ? 0 : 1;
            names |= heading?.Role is Role.Title or Role.Ref or Role.Meaning;
        }

        return names && known >= fewest && known > Filled(row) / 4 && numbers * 2 < Filled(row);
    }

    /// <summary>A second line of headings: nothing under the indicator's heading, and nothing but known headings.</summary>
    private static bool IsSecondTier(SourceRow header, SourceRow row)
    {
        return Filled(row) >= 2 && row[NameColumn(header)].IsBlank
            && row.Cells.Where(cell => !cell.IsBlank).All(cell => cell.Number is null or (>= 1900 and <= 2200) && Heading.Read(Heading.Text(cell)) is { Role: >= Role.Value });
    }

    private static int NameColumn(SourceRow header) => NameColumns(header).First();

    private static IEnumerable<int> NameColumns(SourceRow header) =>
        Enumerable.Range(0, header.Cells.Count).Where(i => Heading.Read(Heading.Text(header[i]))?.Role is Role.Title or Role.Ref or Role.Meaning);

    private static string[] HeadingsOf(SourceRow header, List<SourceRow> above, SourceRow? below)
    {
        var band = above.Count > 0 && above[0].Cells.Skip(NameColumn(header) + 1).Any(IsBand) ? above[0] : null;
        var width = new[] { header, band, below }.Max(row => row?.Cells.Count ?? 0);
        var headings = new string[width];
        var (over, main) = ("", "");
        for (var c = 0; c < width; c++)
        {
            over = Carried(over, band?[c] ?? default);
            var own = Heading.Text(header[c]);
            if (below is null)
            {
                headings[c] = Under(over, own);
                continue;
            }

            main = Carried(main, header[c]);
            var under = Heading.Text(below[c]);
            var full = own.Length > 0 ? own : under.Length > 0 ? main : "";
            headings[c] = Under(over, Join(full, under));
        }

        return headings;
    }

    /// <summary>A period over several columns stands in the first of them and holds until something else does.</summary>
    private static string Carried(string before, SourceCell cell) =>
        cell.IsBlank ? before : IsBand(cell) || Heading.Read(Heading.Text(cell)) is { Role: >= Role.Value } ? Heading.Text(cell) : "";

    private static bool IsBand(SourceCell cell) => !cell.IsBlank && Heading.Read(Heading.Text(cell)) is { Role: >= Role.Value, Period: not null };

    /// <summary>A heading with the period it stands under, where it needs one and the two together say it.</summary>
    private static string Under(string over, string heading) =>
        over.Length > 0 && Heading.Read(heading) is { Role: >= Role.Value and <= Role.Rating } read && read.Period?.Whole is null
        && Heading.Read(Join(over, heading)) is { Period: { } period } && (period.StartYear is not null || read.Period is null)
            ? Join(over, heading)
            : heading;

    private static string Join(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
