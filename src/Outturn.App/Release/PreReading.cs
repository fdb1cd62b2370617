using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>Who may read a scheduled edition before it is public; that they did is recorded each time.</summary>
public static class PreReading
{
    /// <param name="from">From when (UTC); until the release.</param>
    public static Task<StepResult> AdmitAsync(Store store, string report, string account, string why, DateTime from, string who, CancellationToken cancel) =>
        ReportSteps.TakeAsync(store, new Act(who, "admit reader", $"{report}: {account}"), report, null, async (writing, edition) =>
        {
            if (edition.State != EditionState.Scheduled)
            {
                return StepResult.Refuse("Only a report that is scheduled is read before its release.");
            }

            if (from >= edition.ReleaseAt)
            {
                return StepResult.Refuse("At that time everybody may read it.");
            }

            var last = await LastAsync(writing, report, edition.Number, account, cancel);
            writing.Add(new PreReaderFact
            {
                Paper = report, Number = edition.Number, Account = account, Version = (last?.Version ?? 0) + 1, Who = who,
                ReasonWords = writing.Words(why), Opens = from, Closes = edition.ReleaseAt!.Value,
            });
            return StepResult.Done;
        }, cancel);

    public static Task<StepResult> DismissAsync(Store store, string report, string account, string who, CancellationToken cancel) =>
        ReportSteps.TakeAsync(store, new Act(who, "admit reader", $"{report}: {account} no longer"), report, null, async (writing, edition) =>
        {
            if (await LastAsync(writing, report, edition.Number, account, cancel) is not { Withdrawn: false } admitted)
            {
                return StepResult.Refuse($"{account} is not admitted.");
            }

            writing.Add(admitted.WithdrawnVersion());
            return StepResult.Done;
        }, cancel);

    /// <summary>Records that somebody read a file of an edition that is not public yet.</summary>
    public static Task NoteAsync(Store store, string report, int number, string format, string who, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "read before release", $"{report}, edition {number}: {format}"), async writing =>
        {
            var last = await writing.Db.LastVersionAsync<PreReadingFact>(fact => fact.Paper == report && fact.Number == number && fact.Account == who, cancel);
            writing.Add(new PreReadingFact { Paper = report, Number = number, Account = who, Format = format, Version = (last?.Version ?? 0) + 1 });
            return true;
        }, cancel);

    private static async Task<PreReaderFact?> LastAsync(Writing writing, string report, int number, string account, CancellationToken cancel) =>
        await writing.Db.LastVersionAsync<PreReaderFact>(fact => fact.Paper == report && fact.Number == number && fact.Account == account, cancel);
}
