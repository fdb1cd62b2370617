using Microsoft.EntityFrameworkCore;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;

namespace Outturn.App.Collection;

/// <summary>A round as it stands: what it asks for, how far each figure has come, and who is late.</summary>
/// <param name="IsOpened">False for a period whose round nobody has opened: then it says what one would ask for.</param>
public sealed record RoundView(RoundProgress Progress, IReadOnlyDictionary<(string Ref, Period Period), FigureState> States, bool IsOpened);

/// <summary>What came of opening a round.</summary>
public abstract record OpenRoundResult
{
    private OpenRoundResult()
    {
    }

    public sealed record Opened(RoundView Round) : OpenRoundResult;

    public sealed record Refused(string Reason) : OpenRoundResult;
}

/// <summary>Rounds of collection: opened for a period, watched, and closed.</summary>
public static class Rounds
{
    internal const string OpenAction = "open round";

    /// <param name="meetingOn">The day of the meeting that it feeds; null for the first that takes figures to the round's end, if there is one.</param>
    public static async Task<OpenRoundResult> OpenAsync(Store store, Period period, DateOnly? meetingOn, string who, string? why, CancellationToken cancel)
    {
        if (await CouncilSource.IndicatorsAsync(store, cancel) is not { } register)
        {
            return new OpenRoundResult.Refused(CouncilSource.NoCouncil);
        }

        var meeting = MeetingFor(register, period, meetingOn);
        if (meetingOn is { } day && meeting is null)
        {
            return new OpenRoundResult.Refused($"No committee meets on {day:dd/MM/yyyy}: meetings are kept in meetings.csv and imported.");
        }

        if (period.First > UkTime.DayOf(store.Now()).AddYears(1))
        {
            return new OpenRoundResult.Refused($"{period} begins on {period.First:dd/MM/yyyy}, more than a year from now: open it when it comes near.");
        }

        if (DueList.Of(register, period, meeting).Figures.Count == 0)
        {
            return new OpenRoundResult.Refused($"No indicator has a period that ends in {period}: nothing would be due.");
        }

        await store.WriteAsync(new Act(who, OpenAction, period.ToString(), why), async writing =>
        {
            var last = (await writing.Db.LastVersionsAsync<RoundFact>(long.MaxValue, cancel, fact => fact.Frequency == period.Frequency && fact.Ordinal == period.Ordinal)).SingleOrDefault();
            if (last is null || last.Withdrawn || last.Committee != meeting?.Committee.Name || last.MeetingDay != meeting?.Date)
            {
                writing.Add(new RoundFact { Frequency = period.Frequency, Ordinal = period.Ordinal, Version = (last?.Version ?? 0) + 1, Committee = meeting?.Committee.Name, MeetingDay = meeting?.Date });
            }

            return true;
        }, cancel);
        return new OpenRoundResult.Opened((await ReadAsync(store, period, cancel))!);
    }

    /// <summary>The rounds that were opened, newest first.</summary>
    public static Task<IReadOnlyList<Period>> ListAsync(Store store, CancellationToken cancel) => store.ReadAsync(db => OpenedAsync(db, cancel), cancel);

    internal static async Task<IReadOnlyList<Period>> OpenedAsync(CouncilDb db, CancellationToken cancel) =>
        [.. (await db.KnownAsync<RoundFact>(long.MaxValue, cancel)).Select(round => round.Period).OrderDescending()];

    /// <summary>Whether a round asks for the figures of a period.</summary>
    internal static bool Ask(IReadOnlyList<Period> rounds, Period period) => rounds.Any(round => DueList.PeriodsIn(round, period.Frequency).Contains(period));

    /// <summary>A round as it stands today; null where the store holds no council.</summary>
    public static Task<RoundView?> ReadAsync(Store store, Period period, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var today = UkTime.DayOf(store.Now());
            if (await StoredRegister.ReadAsync(db, long.MaxValue, today, cancel, withFigures: false) is not { } register)
            {
                return null;
            }

            var round = (await db.KnownAsync<RoundFact>(long.MaxValue, cancel, fact => fact.Frequency == period.Frequency && fact.Ordinal == period.Ordinal)).SingleOrDefault();
            var meeting = round is null ? MeetingFor(register, period, null)
                : register.Meetings.FirstOrDefault(known => known.Committee.Name == round.Committee && known.Date == round.MeetingDay);
            var states = await StatesAsync(db, cancel);
            return new RoundView(RoundProgress.Of(DueList.Of(register, period, meeting), states, today), states, round is not null);
        },
        cancel);

    /// <summary>How far each figure has come; what is not there is awaited.</summary>
    internal static async Task<IReadOnlyDictionary<(string Ref, Period Period), FigureState>> StatesAsync(CouncilDb db, CancellationToken cancel)
    {
        var steps = await db.KnownAsync<StepFact>(long.MaxValue, cancel);
        var digests = steps.Select(step => step.ReasonWords).OfType<string>().Distinct().ToList();
        var reasons = await db.Wordings.AsNoTracking().Where(wording => digests.Contains(wording.Digest)).ToDictionaryAsync(wording => wording.Digest, wording => wording.Content ?? Wording.Redacted, cancel);
        return steps.ToDictionary(step => (step.Ref, step.Period), step => new FigureState(step.State, step.Who, step.ReasonWords is { } digest ? reasons[digest] : null));
    }

    private static Meeting? MeetingFor(Register register, Period period, DateOnly? on) =>
        on is { } day ? register.Meetings.FirstOrDefault(meeting => meeting.Date == day) : register.Meetings.FirstOrDefault(meeting => meeting.DataTo == period.Last);
}
