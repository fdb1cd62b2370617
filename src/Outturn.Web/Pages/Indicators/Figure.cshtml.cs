using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>How one figure was worked out: inputs, rule, result; and how it came to be what it is.</summary>
public sealed class FigureModel(Store store) : StaffPage
{
    public override string Title => $"How {Shown.Indicator.Ref}, {Shown.Period}, was worked out";

    public override string Section => "indicators";

    public override (string Text, string Address)? Back => ($"{Shown.Indicator.Ref} {Shown.Indicator.Title}", Addresses.Indicator(Shown.Indicator.Ref));

    public DashboardIndicator Shown { get; private set; } = null!;

    public FigureRecord Record { get; private set; } = null!;

    /// <summary>The figures from the year's first period to this one.</summary>
    public IReadOnlyList<Figure> OfYear { get; private set; } = [];

    public string? Note { get; private set; }

    public IReadOnlyList<KeptVersion> Way { get; private set; } = [];

    /// <summary>Members and readers see what the public would; the rest is for those who work on it.</summary>
    public bool SeesInternal => Me.Is(Role.Administrator, Role.Analyst, Role.Contributor, Role.Approver, Role.Director);

    /// <summary>A number in full, with thousands separated.</summary>
    public static string Exact(decimal value) => new Unit(Unit.Number).PrintLevel(value, 0);

    public IEnumerable<(string Name, string Value)> Inputs
    {
        get
        {
            var (observation, definition, latest) = (Shown.Rated.Point.Observation, Shown.Definition, Shown.Rated.Latest);
            string Level(decimal level) => definition.Unit.PrintLevel(level, definition.Decimals);
            if (observation.Counts is { } counts)
            {
                yield return (Shown.Indicator.Numerator ?? "Numerator", Exact(counts.Numerator));
                yield return (Shown.Indicator.Denominator ?? "Denominator", Exact(counts.Denominator));
            }

            if (observation.Typed is { } typed)
            {
                yield return ("Value as given", Exact(typed));
            }

            if (observation.Marker != Marker.None)
            {
                yield return ("Marked", $"[{observation.Marker.Code()}] {observation.Marker.Remark()}");
            }

            if (Shown.Indicator.Formula is { } formula)
            {
                yield return ("Worked out as", formula.ToString());
            }

            if (latest.Target is { } target)
            {
                yield return ("Target in force", Level(target.Level));
                yield return ("Floor standard", target.FloorStandard is { } floor ? Level(floor) : "none");
                yield return ("Better", Core.Targets.Polarities.Name(target.Polarity));
            }

            if (latest.Range is { } range)
            {
                yield return ("Expected range", Explanation.Range(range, definition));
            }

            yield return ("Rounded for display to", $"{latest.Decimals} decimal{(latest.Decimals == 1 ? "" : "s")}; the rating is by the exact figure");
        }
    }

    public async Task<IActionResult> OnGetAsync(string reference, string period, CancellationToken cancel)
    {
        var history = Now.Find(reference)!;
        if (Addresses.Period(period, history.Indicator.Definition.Frequency) is not { } asked || asked.Last > Now.Day.AddYears(1))
        {
            return NotFound();
        }

        Shown = DashboardIndicator.Of(history, asked, asked.Last, Now.Day);
        Record = await IndicatorRecord.ReadAsync(store, history.Indicator.Ref, asked, cancel);
        OfYear = [.. history.Figures.Where(figure => figure.Period >= asked.FirstOfYear && figure.Period <= asked)];
        Note = history.Figures.FirstOrDefault(figure => figure.Period == asked)?.Note;
        Way = [.. Record.Figure.Concat(Record.Commentary).Concat(Record.Steps).OrderByDescending(version => version.Entry)];
        return Page();
    }
}
