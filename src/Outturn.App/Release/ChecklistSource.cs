using Outturn.App.Collection;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>Brings together what a checklist is made of: the dashboard, the checks of its levels, how far its figures have come and which texts they have left.</summary>
public static class ChecklistSource
{
    /// <summary>The checklist of a paper from a council's folder, which knows no rounds.</summary>
    /// <param name="known">The paper's dashboard, nothing suppressed.</param>
    public static IReadOnlyList<ChecklistItem> OfFolder(Register register, Dashboard known, DateOnly issuedOn, IReadOnlyList<MovedText> moved) =>
        Of(register, known, new ChecklistFacts(issuedOn) { Moved = Moved(moved, known) });

    /// <summary>The checklist of a paper from a store, with how far each figure has come. What an import took in, and no round has asked for, is the council's record: nobody approves it again.</summary>
    /// <param name="published">The paper's dashboard as it is published, by which texts are held to have moved.</param>
    public static async Task<IReadOnlyList<ChecklistItem>> OfStoreAsync(
        Store store, Register register, Dashboard known, Dashboard published, DateOnly issuedOn, IReadOnlyList<(string Place, string Name, string? Text)> blocks, CancellationToken cancel)
    {
        var (states, rounds) = await store.ReadAsync(async db => (await Rounds.StatesAsync(db, cancel), await Rounds.OpenedAsync(db, cancel)), cancel);
        var moved = await StoredTexts.MovedAsync(store, register, [published], cancel);
        return Of(register, known, new ChecklistFacts(issuedOn)
        {
            StateOf = (reference, period) => states.TryGetValue((reference, period), out var state) ? state.State : Rounds.Ask(rounds, period) ? CollectionState.Awaited : CollectionState.Approved,
            Moved = Moved(moved, known),
            Blocks = blocks,
        });
    }

    private static IReadOnlyList<ChecklistItem> Of(Register register, Dashboard known, ChecklistFacts facts) =>
        Checklist.Of(known, known.Committee is { } committee ? register.For(committee) : register, facts with
        {
            Levels = [.. known.Indicators.SelectMany(Levels)],
            Blocks = [.. facts.Blocks, .. Implications.Missing(register, known).Select(missing => (missing.Place, missing.Block.Heading, missing.Text))],
        });

    /// <summary>The places as the committee's register has them, without the committee's own name before; what stands in a review is no matter of a dashboard.</summary>
    private static IReadOnlyList<(string Place, IReadOnlyList<string> Figures)> Moved(IReadOnlyList<MovedText> moved, Dashboard known) =>
    [
        .. from text in moved
           let place = text.Place[(text.Place.IndexOf('/') + 1)..]
           where !TextPlace.IsOfReview(place)
           select (known.Committee is null ? text.Place : place, text.Moved),
    ];

    /// <summary>What the checks say of the levels that the paper rates by, a missing rationale apart: that is no matter of the paper.</summary>
    private static IEnumerable<(string Ref, string Reason)> Levels(DashboardIndicator shown) =>
        shown.History.Targets.InForce(shown.Period) is not { } levels ? []
        : RegisterChecks.OfLevels(shown.History, [levels]).Where(defect => defect.Column != "rationale").Select(defect => (shown.Indicator.Ref, defect.Reason));
}
