using Outturn.App.Collection;
using Outturn.Core.Collection;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Collection;

/// <summary>Wealdshire in a store on a day in July 2020, its quarter's round open.</summary>
internal static class Collected
{
    public static readonly Period June = Period.Month(2020, 6);
    public static readonly Period Quarter = PeriodText.ReadAny("Q1 2020/21")!.Value;

    public static async Task<TestStore> WealdshireAsync(string engine)
    {
        var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        test.Clock.Now = new DateTime(2020, 7, 6, 9, 0, 0, DateTimeKind.Utc);
        Assert.IsType<OpenRoundResult.Opened>(await Rounds.OpenAsync(test.Store, Quarter, null, "analyst", null, CancellationToken.None));
        return test;
    }

    public static SentFigure Counts(string reference, Period period, decimal numerator, decimal denominator) =>
        new(reference, new Submission(period, new Observation(null, new Counts(numerator, denominator))));

    public static SentFigure Value(string reference, Period period, decimal value) => new(reference, new Submission(period, new Observation(value)));

    public static Task<SubmitResult> SubmitAsync(this TestStore test, SentFigure figure, string who = "contact-manager", params (string Code, string Reason)[] reasons) =>
        Submissions.SubmitAsync(test.Store, [figure], who, null, new SubmitOptions((_, warning) => reasons.FirstOrDefault(reason => reason.Code == warning.Code).Reason), CancellationToken.None);

    public static Task<StepsResult> StepAsync(this TestStore test, CollectionVerb verb, string who, string? why, params (string, Period)[] figures) =>
        RoundSteps.TakeAsync(test.Store, figures, new CollectionStep(verb, who, why), CancellationToken.None);

    public static async Task<CollectionState> StateAsync(this TestStore test, string reference, Period period) =>
        (await Rounds.ReadAsync(test.Store, Quarter, CancellationToken.None))!.States.GetValueOrDefault((reference, period), FigureState.Awaited).State;
}
