using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The worklist of a round: what to enter, what to approve, who is late.</summary>
public sealed class CollectModel(Drafts drafts) : StaffPage
{
    public override string Title => "Collect";

    public override string Section => "collect";

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    public Worklist Work { get; private set; } = null!;

    public IReadOnlyList<WorkItem> ToEnter { get; private set; } = [];

    public IReadOnlyList<WorkItem> ToApprove { get; private set; } = [];

    public IReadOnlyList<WorkItem> Rest { get; private set; } = [];

    /// <summary>The forms of which one has a draft.</summary>
    public IReadOnlySet<string> Drafts { get; private set; } = new HashSet<string>();

    public IReadOnlyList<Row> Progress { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return;
        }

        Work = Worklist.Of(Now, Me, RoundAddress.Read(Round));
        (ToEnter, ToApprove) = ([.. Work.ToEnter(Me)], Worklist.Submitted(Now, Me));
        Rest = [.. Work.Items.Except(ToEnter).ExceptBy(ToApprove.Select(item => (item.Ref, item.Due.Period)), item => (item.Ref, item.Due.Period))];
        Drafts = (await drafts.FormsAsync(Me.Account, cancel)).ToHashSet();
        Progress = [.. Work.Items.GroupBy(item => item.Due.Indicator.Service).OrderBy(group => group.Key.Order).Select(group => new Row(
            group.Key, StateCounts.Of(group.Select(item => item.State.State)), group.Count(item => item.IsOwed && item.DaysLate > 0), group.Where(item => item.IsOwed).Select(item => item.DaysLate).DefaultIfEmpty().Max()))];
    }

    /// <param name="Longest">Days that the latest of the late is late.</param>
    public sealed record Row(Service Service, StateCounts Counts, int Late, int Longest);
}

/// <summary>Figures of a worklist as one table.</summary>
/// <param name="Of">Which they are, for whoever hears the table.</param>
/// <param name="IsEntry">Whether each leads to its form, or to what is known of it.</param>
public sealed record WorkItems(string Of, IReadOnlyList<WorkItem> Items, IReadOnlySet<string> Drafts, bool IsEntry);
