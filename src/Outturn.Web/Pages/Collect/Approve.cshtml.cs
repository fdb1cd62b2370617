using Microsoft.AspNetCore.Mvc;
using Outturn.App.Collection;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The second pair of eyes: approves figures, or returns them with a note.</summary>
public sealed class ApproveModel(Store store) : StaffPage
{
    public override string Title => "Approve figures";

    public override string Section => "collect";

    public override (string Text, string Address)? Back => ("Worklist", "/collect" + QueryText.Of(("round", Round)));

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Verb { get; set; }

    [BindProperty]
    public List<string> Figure { get; set; } = [];

    /// <summary>The entry of the audit trail at which the figures were shown.</summary>
    public long Seen { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public bool IsChosen(string id) => Verb is null || Figure.Contains(id);

    public IActionResult OnGet()
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        Seen = Now.Entry;
        Rows = [.. Worklist.Submitted(Now, Me).Select(Of)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (OnGet() is not Microsoft.AspNetCore.Mvc.RazorPages.PageResult || Verb is not ("approve" or "return"))
        {
            return NotFound();
        }

        var chosen = Rows.Where(row => Figure.Contains(row.Id)).Select(row => (row.Item.Ref, row.Item.Due.Period)).ToList();
        if (chosen.Count != Figure.Distinct().Count())
        {
            return NotFound();
        }

        if (chosen.Count == 0)
        {
            Errors.Add(null, "Nothing is ticked: tick what you want to approve or return.");
            return Page();
        }

        var step = new CollectionStep(Verb == "approve" ? CollectionVerb.Approve : CollectionVerb.Return, Visit.Who, Note) { Posts = Me.Posts };
        Seen = long.TryParse(Request.Form["seen"], out var seen) ? seen : 0;
        switch (await RoundSteps.TakeAsync(store, chosen, step, cancel, Seen))
        {
            case StepsResult.Taken taken:
                return GoTo("/collect" + QueryText.Of(("round", Round)), $"{Words.Capital(Words.Count(taken.Figures.Count, "figure"))} {(step.Verb == CollectionVerb.Approve ? "approved" : "returned")}.");
            case StepsResult.Refused refused:
                Errors.AddAll(nameof(Note).ToLowerInvariant(), refused.Reasons);
                Seen = Now.Entry;

                break;
        }

        return Page();
    }

    private Row Of(WorkItem item)
    {
        var history = Now.Find(item.Ref)!;
        var before = history.Figures.LastOrDefault(figure => figure.Period < item.Due.Period && figure.Observation.IsPresent);
        return new Row(
            item, FigureId.Of(item.Ref, item.Due.Period), DashboardIndicator.Of(history, item.Due.Period, item.Due.Period.Last, Now.Day),
            before?.Observation.Value(history.Indicator.Definition.Unit) is { } value ? $"{history.Indicator.Definition.Unit.Print(value, history.Indicator.Definition.Decimals)} in {before.Period}" : null);
    }

    public sealed record Row(WorkItem Item, string Id, DashboardIndicator Shown, string? Before);
}
