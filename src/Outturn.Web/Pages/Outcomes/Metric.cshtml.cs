using Microsoft.AspNetCore.Mvc;
using Outturn.App.Outcomes;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Outcomes;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>One metric: what it is, what the council has for it, what is published for its area and its neighbours.</summary>
public class MetricModel(LiveReference reference) : OutcomesPage(reference)
{
    private const int MostSuggestions = 4;

    public override string Title => Shown.Metric.Title;

    public MetricCoverage Shown { get; private set; } = null!;

    public IReadOnlyList<Suggestion> Suggestions { get; private set; } = [];

    public Position? Position => National?.Positions.GetValueOrDefault(Shown.Metric.Id);

    /// <summary>Our own figures over time beside the neighbours' median; null where there are fewer than two periods.</summary>
    public DrawnChart? Trend { get; private set; }

    [BindProperty]
    public string? Ref { get; set; }

    [BindProperty]
    public string? Relation { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? ReviewOn { get; set; }

    public static IEnumerable<(string Value, string Text)> RelationWords =>
    [
        ("same", "the same"), ("near", "near (say how it differs)"), ("proxy", "a proxy: local, within the year"), ("contributes", "contributes to it"), ("none", "none stands for it (say why)"), ("not ours", "another tier's duty (say why)"),
    ];

    public IEnumerable<(string Value, string Text)> Indicators => [("", "no indicator"), .. Coverage.Counted(Register, null, Now.Day).Select(indicator => (indicator.Ref, $"{indicator.Ref} {indicator.Title}"))];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel) => await ShowAsync(id, cancel) ? Page() : NotFound();

    protected async Task<bool> ShowAsync(string id, CancellationToken cancel)
    {
        if (!await ReadAsync(cancel, id) || Coverage.Metrics.FirstOrDefault(metric => metric.Metric.IsCalled(id)) is not { } found)
        {
            return false;
        }

        Shown = found;
        if (found.IsUnmapped && May("/Outcomes/Link"))
        {
            Suggestions = [.. Suggestion.For(National!.Framework with { Metrics = [found.Metric] }, Coverage.Counted(Register, null, Now.Day), MostSuggestions)];
        }

        if (Position is { } position)
        {
            Trend = MetricChart.Of(Title, position.Sentence, [.. position.Trend.Select(time => (time.Period.Label, time.Ours, time.Median))], position.Unit, position.Decimals) is { } chart ? DrawnChart.Of(chart, Register.Council.Colour) : null;
        }

        return true;
    }
}

/// <summary>Keeps how an indicator stands to a metric, or takes it back.</summary>
public sealed class LinkModel(LiveReference reference, Store store) : MetricModel(reference)
{
    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel)
    {
        if (!await ShowAsync(id, cancel))
        {
            return NotFound();
        }

        DateOnly? reviewOn = null;
        if (!string.IsNullOrWhiteSpace(ReviewOn) && !DateText.TryRead(ReviewOn, out var day))
        {
            Errors.Add(nameof(ReviewOn), $"\"{ReviewOn}\" is not a date: write it like 31/03/2027.");
        }
        else if (DateText.TryRead(ReviewOn ?? "", out var read))
        {
            reviewOn = read;
        }

        if (Relations.Read(Relation ?? "") is not { } relation)
        {
            Errors.Add(nameof(Relation), "Say how the indicator stands to the metric.");
        }
        else if (!Errors.Any)
        {
            switch (await Mapping.KeepAsync(store, National!.Framework, new SaidLink(Shown.Metric.Id, string.IsNullOrWhiteSpace(Ref) ? null : Ref, relation, Note, reviewOn), Visit.Who, cancel))
            {
                case MappingResult.Kept kept:
                    return GoTo(Metric(Shown.Metric.Id), $"{kept.Link.Ref ?? "No indicator"}: {kept.Link.Relation.Name()}.");
                case MappingResult.Refused refused:
                    Errors.Add(relation.Links() && string.IsNullOrWhiteSpace(Ref) ? nameof(Ref) : nameof(Note), refused.Reason);
                    break;
            }
        }

        return Page();
    }

    public async Task<IActionResult> OnPostTakeBackAsync(string id, string? linked, CancellationToken cancel)
    {
        if (!await ShowAsync(id, cancel))
        {
            return NotFound();
        }

        if (await Mapping.UnlinkAsync(store, Shown.Metric.Id, string.IsNullOrWhiteSpace(linked) ? null : linked, Visit.Who, null, cancel) is MappingResult.Refused refused)
        {
            Errors.Add(null, refused.Reason);
            return Page();
        }

        return GoTo(Metric(Shown.Metric.Id), $"Taken back: {(string.IsNullOrWhiteSpace(linked) ? "that no indicator stands for it" : linked)}.");
    }
}
