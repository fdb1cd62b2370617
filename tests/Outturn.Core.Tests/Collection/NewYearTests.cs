using FsCheck.Fluent;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;
using Outturn.Core.Tests.Papers;

namespace Outturn.Core.Tests.Collection;

/// <summary>2020/21 opened from 2019/20.</summary>
public sealed class NewYearTests
{
    private static readonly Period Old = Period.Year(2019);
    private static readonly Period New = Period.Year(2020);
    private static readonly Indicator Indicator = SmallRound.Indicator("A1", Frequency.Quarter);

    [Fact]
    public void Levels_hold_for_another_year_and_say_where_they_come_from()
    {
        var levels = Levels(Old.First, Old.Last, 95) with { Benchmark = 90, Rationale = "Above the county's average." };
        Assert.Equal([levels with { From = New.First, To = New.Last, Benchmark = null, Rationale = "Carried over from 2019/20." }],
            Assert.Single(Opened(Indicator, levels).Carried).Levels);
    }

    [Fact]
    public void Phased_levels_are_carried_to_the_same_time_of_the_year()
    {
        Levels[] quarters =
        [
            .. new[] { 4, 7, 10, 13 }.Select(month => Period.Holding(Frequency.Quarter, new DateOnly(2019, 1, 1).AddMonths(month - 1)))
                .Select((quarter, i) => Levels(quarter.First, quarter.Last, 80 + i)),
        ];
        Assert.Equal(
            [("2020-04-01", "2020-06-30", 80), ("2020-07-01", "2020-09-30", 81), ("2020-10-01", "2020-12-31", 82), ("2021-01-01", "2021-03-31", 83)],
            Assert.Single(Opened(Indicator, quarters).Carried).Levels.Select(levels => ($"{levels.From:yyyy-MM-dd}", $"{levels.To:yyyy-MM-dd}", (int)levels.Target!.Level)));
    }

    [Fact]
    public void An_academic_year_is_carried_into_the_one_that_ends_in_the_new_year()
    {
        var academic = SmallRound.Indicator("A1", Frequency.Academic);
        var (before, own) = (Period.Holding(Frequency.Academic, new DateOnly(2018, 9, 1)), Period.Holding(Frequency.Academic, new DateOnly(2019, 9, 1)));
        var carried = Assert.Single(Assert.Single(Opened(academic, Levels(before.First, before.Last, 95)).Carried).Levels);
        Assert.Equal((own.First, own.Last, "Carried over from Academic 2018/19."), (carried.From, carried.To, carried.Rationale));
    }

    [Fact]
    public void What_ended_has_levels_already_or_had_none_is_left_and_named()
    {
        var levels = Levels(Old.First, Old.Last, 95);
        Assert.Equal("A1 was counted until 31/03/2020.", Left(Opened(Indicator with { Until = Old.Last }, levels)));
        Assert.Equal("A1 has levels for 2020/21 already.", Left(Opened(Indicator, levels, Levels(new DateOnly(2020, 10, 1), New.Last, 96))));
        Assert.Equal("A1 has levels for 2020/21 already.", Left(Opened(Indicator, levels with { To = DateOnly.MaxValue })));
        Assert.Equal("A1 has no levels in 2019/20 to carry over.", Left(Opened(Indicator, Levels(new DateOnly(2018, 4, 1), new DateOnly(2019, 3, 31), 95))));
        Assert.Single(Opened(Indicator with { Until = New.First }, levels).Carried);
    }

    [Fact]
    public void Levels_without_a_gap_have_none_in_the_new_year_either_and_never_overlap() => Given.ForAll(
        from start in Gen.Choose(2012, 2028)
        from cuts in Gen.ListOf(Gen.Choose(1, 365))
        select (start, cuts), given =>
        {
            var old = Period.Year(given.start);
            DateOnly[] starts = [old.First, .. given.cuts.Select(cut => old.First.AddDays(cut)).Where(day => day <= old.Last).Distinct().Order()];
            var carried = Opened(old.Next, Indicator, [.. starts.Select((from, i) => Levels(from, i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : old.Last, i))]).Carried.Single().Levels;
            return carried[0].From == old.Next.First && carried[^1].To == old.Next.Last
                && carried.Zip(carried.Skip(1)).All(pair => pair.First.To.AddDays(1) == pair.Second.From && pair.First.From <= pair.First.To);
        });

    private static NewYear Opened(Indicator indicator, params IReadOnlyList<Levels> levels) => Opened(New, indicator, levels);

    private static NewYear Opened(Period year, Indicator indicator, IReadOnlyList<Levels> levels) =>
        NewYear.Of(SmallCouncil.Register(new Council("Test Council", "TEST"), [SmallRound.History(indicator, levels: levels)]), year);

    private static string Left(NewYear opened)
    {
        Assert.Empty(opened.Carried);
        return Assert.Single(opened.Left).Reason;
    }

    private static Levels Levels(DateOnly from, DateOnly to, decimal target) => new(from, to, new Target(target, null, Polarity.HigherIsBetter), null);
}
