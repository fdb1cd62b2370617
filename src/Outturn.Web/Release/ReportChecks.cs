using System.Runtime.CompilerServices;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Issued;
using Outturn.Reports.Papers;

namespace Outturn.Web.Release;

/// <summary>The checklists of reports, each worked out once for a draft: texts are held beside what was known when they were written.</summary>
public sealed class ReportChecks(Store store)
{
    private readonly ConditionalWeakTable<DraftPaper, Lazy<Task<IReadOnlyList<ChecklistItem>>>> made = [];

    /// <summary>Errors first, in the order of the paper.</summary>
    public async Task<IReadOnlyList<ChecklistItem>> OfAsync(CouncilNow now, ReportLife life, DraftPaper draft, CancellationToken cancel)
    {
        var items = made.GetValue(draft, _ => new Lazy<Task<IReadOnlyList<ChecklistItem>>>(() => MakeAsync(now, life, draft))).Value;
        try
        {
            return await items.WaitAsync(cancel);
        }
        catch when (items.IsFaulted)
        {
            made.Remove(draft);
            throw;
        }
    }

    /// <summary>The errors that stop a sign-off, each with the key under which somebody may answer for it.</summary>
    public static IReadOnlyList<(string? Key, string Text)> Blocking(IReadOnlyList<ChecklistItem> items) =>
        [.. items.Where(item => item.Severity == CheckSeverity.Error).Select(item => (item.CanBeOverridden ? item.AnsweredAs() : null, item.Said))];

    /// <param name="life">Its last edition says on which day it is released, once it is scheduled.</param>
    private Task<IReadOnlyList<ChecklistItem>> MakeAsync(CouncilNow now, ReportLife life, DraftPaper draft)
    {
        var issuedOn = life.Last.ReleaseAt is { } at ? UkTime.DayOf(at) : now.Day;
        var committee = now.Register!.Committees.FirstOrDefault(known => known.Name == life.Committee);
        return draft.Paper switch
        {
            RatedPaper rated => OfDashboardAsync(now, life, draft, rated, issuedOn),
            ProposalsPaper proposals => Task.FromResult(PaperChecklist.Of(proposals.Review, committee!, life.Meeting, issuedOn)),
            MappingPaper mapping => Task.FromResult(PaperChecklist.Of(mapping.Coverage, committee, life.Meeting, issuedOn)),
            _ => throw new InvalidOperationException($"{life.Name} is no paper that has a life."),
        };
    }

    private async Task<IReadOnlyList<ChecklistItem>> OfDashboardAsync(CouncilNow now, ReportLife life, DraftPaper draft, RatedPaper rated, DateOnly issuedOn)
    {
        var items = await ChecklistSource.OfStoreAsync(store, now.Register!, rated.Known, rated.Dashboard, issuedOn, [], CancellationToken.None);
        return [.. items, .. await PublishedChecks.OfAsync(store, now.Lives, life, draft.AsItIs.ContentDigest, IssuedEditions.Of(rated.Dashboard), CancellationToken.None)];
    }
}
