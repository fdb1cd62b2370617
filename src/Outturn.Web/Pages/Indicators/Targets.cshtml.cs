using Microsoft.AspNetCore.Mvc;
using Outturn.App;
using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The targets, floor standards and expected ranges of a year in a grid; all of it is kept or none.</summary>
public sealed class TargetsModel(Store store) : RegisterPage(store)
{
    public static readonly (string Key, string Label)[] Boxes = [("target", "Target"), ("floor", "Floor standard"), ("lower", "Lower limit"), ("upper", "Upper limit")];

    public override string Title => $"Targets of {Shown}";

    public override string Section => "indicators";

    public override bool IsWide => true;

    public override (string Text, string Address)? Back => ("All indicators", "/indicators");

    [BindProperty(SupportsGet = true)]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    public Period Shown { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>What the checks say of levels that were just kept.</summary>
    public IReadOnlyList<Defect> Findings { get; private set; } = [];

    /// <summary>How many indicators could be given the levels of the year before.</summary>
    public int ToOpen { get; private set; }

    public IEnumerable<(string Value, string Text)> Years
    {
        get
        {
            var now = Period.Holding(Frequency.Year, Now.Day);
            return Enumerable.Range(-3, 6).Select(i => (now with { Ordinal = now.Ordinal - i }).ToString()).Select(text => (text, text));
        }
    }

    public IActionResult OnGet()
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        Read(null);
        return Page();
    }

    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        Read(null);
        switch (await YearOpening.RunAsync(Store, Shown, looksOnly: false, Visit.Who, null, cancel))
        {
            case YearOpeningResult.Opened opened:
                return GoTo("/indicators/targets" + QueryText.Of(("year", Year)), $"Levels carried over for {opened.Year.Carried.Count} indicators.");
            case YearOpeningResult.Refused refused:
                Errors.Add(null, refused.Reason);
                break;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        Read(key => Request.Form[key].ToString().Trim());
        var levels = Rows.Where(row => !row.Phased).Select(row => (row.History, Levels: LevelsOf(row))).ToList();
        var kept = levels.ToDictionary(pair => pair.History.Indicator.Ref, pair => pair.Levels);
        var result = await KeepAsync($"targets of {Shown}", "/indicators/targets" + QueryText.Of(("year", Year), ("service", Service)), register => RegisterDraft.Of(register with
        {
            Indicators = [.. register.Indicators.Select(history => !kept.TryGetValue(history.Indicator.Ref, out var set) ? history : history with { Targets = new TargetHistory(Others(history).Concat(set is null ? [] : [set])) })],
        }), cancel);
        if (Errors.Any)
        {
            Findings = [.. levels.Where(pair => pair.Levels is not null).SelectMany(pair => RegisterChecks.OfLevels(pair.History, [pair.Levels!]))];
        }

        return result;
    }

    /// <summary>The year that an indicator's levels of a financial year hold for.</summary>
    private Period OwnYear(Indicator indicator) => NewYear.OwnYear(indicator, Shown);

    private IEnumerable<Levels> Others(IndicatorHistory history) => history.Targets.All.Where(levels => !(levels.From >= OwnYear(history.Indicator).First && levels.To <= OwnYear(history.Indicator).Last));

    private void Read(Func<string, string>? typed)
    {
        Shown = PeriodText.TryRead(Year ?? "", Frequency.Year, out var year, out _) ? year : Period.Holding(Frequency.Year, Now.Day);
        Year = Shown.ToString();
        ToOpen = NewYear.Of(Register, Shown).Carried.Count;
        Rows = [.. Register.Indicators.Where(history => history.Indicator.CountedIn(OwnYear(history.Indicator)) && (string.IsNullOrEmpty(Service) || history.Indicator.Service.Name == Service)).Select(history => RowOf(history, typed))];
    }

    private Row RowOf(IndicatorHistory history, Func<string, string>? typed)
    {
        var (indicator, own) = (history.Indicator, OwnYear(history.Indicator));
        var within = history.Targets.All.Where(levels => levels.From <= own.Last && levels.To >= own.First).ToList();
        var (now, before) = (within.Count == 1 ? within[0] : null, history.Targets.InForce(own.Before.Last));
        string Plain(decimal? level) => level is { } set ? Unit.Bare(set, Unit.DecimalsOf(set)) : "";
        var cells = Boxes.Select(box => box.Key).Append("rationale").ToDictionary(key => key, key => typed is not null ? typed($"{indicator.Ref}.{key}") : key switch
        {
            "target" => Plain(now?.Target?.Level), "floor" => now?.FloorDerived == true ? "" : Plain(now?.Target?.FloorStandard), "lower" => Plain(now?.Range?.Lower), "upper" => Plain(now?.Range?.Upper), _ => now?.Rationale ?? "",
        });
        string Level(decimal level) => indicator.Definition.Unit.PrintLevel(level, indicator.Definition.Decimals);
        var was = before?.Range is { } range ? Explanation.Range(range, indicator.Definition)
            : before?.Target is { } target ? Level(target.Level) + (target.FloorStandard is { } floor ? $", floor {Level(floor)}" : "")
            : "none";
        var latest = Now.LatestOf(history);
        return new Row(
            history, was, latest.Rated.Latest.Value is { } value ? $"{indicator.Definition.Unit.Print(value, latest.Rated.Latest.Decimals)} ({latest.Period})" : "", latest.IsKpi ? latest.Latest : null,
            within.Count > 1 || within.Any(levels => levels.From < own.First || levels.To > own.Last), cells, own);
    }

    private Levels? LevelsOf(Row row)
    {
        var indicator = row.History.Indicator;
        decimal? Number(string key)
        {
            var read = NumberText.Parse(row.Cells[key], indicator.Definition.Unit.Name);
            if (read.Refusal is { } refusal)
            {
                Errors.Add($"{row.Ref}.{key}", $"{row.Ref}: {refusal}");
            }

            return read.Value;
        }

        var (level, floor, lower, upper) = (Number("target"), Number("floor"), Number("lower"), Number("upper"));
        var rationale = row.Cells["rationale"] is { Length: > 0 } why ? why : null;
        var before = row.History.Targets.InForce(row.Year.Last) is { } held && held.From >= row.Year.First ? held : null;
        if (indicator.Definition.Kind == IndicatorKind.Activity)
        {
            if (lower > upper)
            {
                Errors.Add($"{row.Ref}.lower", $"{row.Ref}: the lower limit is above the upper.");
                return null;
            }

            return lower is null && upper is null ? null : new Levels(row.Year.First, row.Year.Last, null, new ExpectedRange(lower, upper), before?.Benchmark, rationale);
        }

        if (level is null)
        {
            if (floor is not null)
            {
                Errors.Add($"{row.Ref}.target", $"{row.Ref}: there is a floor standard and no target.");
            }

            return null;
        }

        if (indicator.Definition.Polarity is not { } polarity)
        {
            Errors.Add($"{row.Ref}.target", $"{row.Ref}: nobody has said which way is better, so nothing can be rated: say so in its definition first.");
            return null;
        }

        var tolerance = before?.Target?.Tolerance ?? row.History.Targets.InForce(row.Year.Before.Last)?.Target?.Tolerance ?? 0;
        if (Target.Refusal(level.Value, floor, polarity, tolerance) is { } wrong)
        {
            Errors.Add($"{row.Ref}.floor", $"{row.Ref}: {wrong}");
            return null;
        }

        return new Levels(row.Year.First, row.Year.Last, new Target(level.Value, floor, polarity, tolerance), null, before?.Benchmark, rationale);
    }

    /// <param name="Before">The levels at the end of the year before, in words.</param>
    /// <param name="Phased">They change within the year.</param>
    public sealed record Row(IndicatorHistory History, string Before, string Result, Rating? Rating, bool Phased, IReadOnlyDictionary<string, string> Cells, Period Year)
    {
        public string Ref => History.Indicator.Ref;

        public string Title => History.Indicator.Title;

        public bool Takes(string key) => (key is "target" or "floor") == (History.Indicator.Definition.Kind == IndicatorKind.Kpi);
    }
}
