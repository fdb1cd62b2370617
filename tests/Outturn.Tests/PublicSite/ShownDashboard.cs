using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Outturn.Reports.Issued;
using Outturn.Tests.Papers;

namespace Outturn.Tests.PublicSite;

/// <summary>What pages of the public site show otherwise than the edition that they are made of.</summary>
internal static class ShownDashboard
{
    /// <summary>What a dashboard's page shows otherwise than its edition.</summary>
    public static List<string> Differences(string html, IssuedDashboard dashboard)
    {
        var page = new HtmlParser().ParseDocument(html);
        var wrong = new Seen();
        var counts = page.QuerySelectorAll(".p-counts strong").Select(Text).ToList();
        wrong.Same("counts", $"{dashboard.Counts.Red} {dashboard.Counts.Amber} {dashboard.Counts.Green} {dashboard.Counts.NotRated}", string.Join(' ', counts));
        foreach (var indicator in dashboard.Indicators)
        {
            var link = page.QuerySelectorAll($"main h3 a, main section > .p-scroll tbody th a").Where(link => link.GetAttribute("href") == $"/indicators/{indicator.Ref}" && link.Closest("section")!.QuerySelector("#changes, #since") is null).ToList();
            if (link.Count != 1)
            {
                wrong.Add($"{indicator.Ref} is there {link.Count} times");
                continue;
            }

            wrong.Same($"{indicator.Ref} title", indicator.Title, Text(link[0]));
            if (link[0].Closest("article") is { } red)
            {
                wrong.Same($"{indicator.Ref} figure", indicator.Latest, Text(red.QuerySelector("p > strong")!));
                wrong.Same($"{indicator.Ref} rating", $"■ {indicator.Rating}", Text(red.QuerySelector(".p-rating")!));
                wrong.Same($"{indicator.Ref} levels", Said(indicator), Text(red.QuerySelector("p:has(.p-rating)")!));
                var said = indicator.Commentary;
                wrong.Same($"{indicator.Ref} action", said?.Action, red.QuerySelectorAll("dt").FirstOrDefault(term => Text(term) == "What is being done")?.NextElementSibling is { } action ? Text(action) : null);
                continue;
            }

            string? Cell(string label) => link[0].Closest("tr")!.QuerySelector($"td[data-label='{label}']") is { } cell ? Text(cell) : null;
            wrong.Same($"{indicator.Ref} figure", indicator.Latest, Cell("Figure"));
            wrong.Same($"{indicator.Ref} period", indicator.Period, Cell("Period"));
            if (indicator.Kind == "kpi")
            {
                wrong.Same($"{indicator.Ref} rating", Rating(indicator), link[0].Closest("tr")!.QuerySelector(".p-rating") is { } rating ? PaperTables.Plain(rating.TextContent) : null);
                wrong.Same($"{indicator.Ref} target", Level(indicator, indicator.Target), Cell("Target"));
                wrong.Same($"{indicator.Ref} floor", Level(indicator, indicator.Floor), Cell("Floor"));
                wrong.Same($"{indicator.Ref} direction", indicator.Direction, Cell("Direction"));
            }
            else
            {
                wrong.Same($"{indicator.Ref} year to date", indicator.YearToDate, Cell("Year to date"));
                wrong.Same($"{indicator.Ref} range", indicator.Range ?? indicator.Reason, Cell("Against what was expected"));
            }
        }

        return wrong.All;
    }

    /// <summary>What an indicator's page shows otherwise than the edition that has its newest figures.</summary>
    public static List<string> Differences(string html, IssuedIndicator indicator)
    {
        var page = new HtmlParser().ParseDocument(html);
        var wrong = new Seen();
        void Same(string what, string? expected, string? shown) => wrong.Same($"{indicator.Ref} {what}", expected, shown);
        void SameRows(string what, IEnumerable<string> expected, IEnumerable<string> shown)
        {
            var (rows, found) = (expected.Select(Squeezed).ToList(), shown.ToList());
            Same($"{what}: rows", $"{rows.Count}", $"{found.Count}");
            foreach (var (row, there) in rows.Zip(found))
            {
                Same(what, row, there);
            }
        }

        string? Fact(string name) => page.QuerySelectorAll(".p-figures dt").FirstOrDefault(term => Text(term) == name)?.NextElementSibling is { } fact ? Text(fact) : null;
        Same("figure", indicator.Latest.Length > 0 ? indicator.Latest : "No figure", Text(page.QuerySelector(".p-figures .is-main")!));
        Same("title", indicator.Title, Text(page.QuerySelector("h1")!));
        Same("rating", indicator.Kind == "kpi" ? Rating(indicator) : indicator.Range ?? indicator.Reason ?? "no range was set", Fact(indicator.Kind == "kpi" ? "Rating" : "Against what was expected") is { } rated ? PaperTables.Plain(rated) : null);
        Same("target", Level(indicator, indicator.Target), Fact("Target"));
        Same("floor", Level(indicator, indicator.Floor), Fact("Floor standard"));
        Same("expected", (indicator.Lower, indicator.Upper) switch { (null, null) => null, ({ }, null) => $"at least {Level(indicator, indicator.Lower)}", (null, { }) => $"at most {Level(indicator, indicator.Upper)}", _ => $"{Level(indicator, indicator.Lower)} to {Level(indicator, indicator.Upper)}" }, Fact("Expected"));
        Same("a year before", indicator.PreviousYear, Fact("A year before"));
        Same("direction", indicator.Direction, Fact("Direction of travel"));
        var toDate = page.QuerySelectorAll(".p-figures dt").FirstOrDefault(term => Text(term) == "Year to date")?.NextElementSibling;
        var toDateRating = toDate?.QuerySelector(".p-rating") is { } there ? Text(there) : "";
        Same("year to date", indicator.YearToDate, toDate is null ? null : Text(toDate)[..^toDateRating.Length].TrimEnd());
        Same("year to date rating", toDate is null || indicator.Kind != "kpi" ? "" : indicator.YearToDateRating, PaperTables.Plain(toDateRating));

        string Period(IssuedPeriod period) => string.Join(" | ", new[] { period.Period, period.Shown ?? "no figure" }.Concat(Lines(indicator).Select(line => line.Of(period) is { } value ? Level(indicator, value) : "")));
        SameRows("figures", indicator.Periods.Reverse().Select(Period), page.QuerySelectorAll("[aria-label='Figures of the chart'] tbody tr").Select(row => string.Join(" | ", row.Children.Select(Text))));
        SameRows(
            "levels",
            indicator.Levels.Reverse().Select(level => indicator.Kind == "kpi" ? $"{level.TargetShown} | {level.FloorShown}" : $"{level.LowerShown} | {level.UpperShown}"),
            page.QuerySelectorAll("h2#levels + .p-scroll tbody tr").Select(row => string.Join(" | ", row.QuerySelectorAll("td.is-figure").Select(Text))));
        foreach (var (what, text) in new[] { ("meaning", indicator.Meaning), ("worked out", indicator.WorkedOut), ("year to date worked out", indicator.YearToDateWorkedOut) })
        {
            Same(what, text, Text(page.QuerySelector("main")!).Contains(Squeezed(text ?? ""), StringComparison.Ordinal) ? text : "something else");
        }

        return wrong.All;
    }

    public static string Text(IElement element) => Squeezed(element.TextContent);

    public static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The lines that a chart has beside the figures: those of which anything is known.</summary>
    private static IEnumerable<(string Name, Func<IssuedPeriod, decimal?> Of)> Lines(IssuedIndicator indicator) => new (string Name, Func<IssuedPeriod, decimal?> Of)[]
    {
        ("Target", period => period.Target), ("Floor standard", period => period.Floor), ("Lower limit", period => period.Lower), ("Upper limit", period => period.Upper), ("Year before", period => period.YearBefore),
    }.Where(line => indicator.Periods.Any(period => line.Of(period) is not null));

    /// <summary>The sentence of a Red.</summary>
    private static string Said(IssuedIndicator red) =>
        $"■ {red.Rating} {red.Latest} in {red.Period}{(red.Target is null ? "" : $", target {Level(red, red.Target)}")}{(red.Floor is null ? "" : $", floor standard {Level(red, red.Floor)}")}{(red.Direction is { Length: > 0 } direction ? $". Direction of travel: {direction.ToLowerInvariant()}" : "")}.";

    /// <summary>Without the shape before it, and with the reason why there is none.</summary>
    private static string Rating(IssuedIndicator kpi) => kpi is { Rating: "Not rated", Reason: [var first, .. var rest] } ? $"Not rated: {char.ToLowerInvariant(first)}{rest}" : kpi.Rating!;

    private static string Level(IssuedIndicator indicator, decimal? level) => level is { } set ? indicator.Level(set) : "";

    /// <summary>Keeps what is not as it should be.</summary>
    private sealed class Seen
    {
        public List<string> All { get; } = [];

        public void Add(string what) => All.Add(what);

        public void Same(string what, string? expected, string? shown)
        {
            if (Squeezed(expected ?? "") != (shown ?? ""))
            {
                All.Add($"{what}: {shown} instead of {expected}");
            }
        }
    }
}
