using Outturn.App.Registers;
using Outturn.Core.Indicators;
using Outturn.Core.Ratings;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Review;

/// <summary>The back-test of random proposals for the example county's indicators is what other code makes of the raw figures.</summary>
public sealed class BackTestTests
{
    private const int Proposals = 1000;
    private const int Years = 2;

    private readonly RawCounty raw = new(Examples.County);
    private readonly IReadOnlyList<IndicatorHistory> histories =
        [.. Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.County)).Register.Indicators.Where(history => history.Figures.Count > 0)];

    private readonly Random random = new(20_260_401);

    [Fact]
    public void A_thousand_random_proposals_are_rated_as_other_code_rates_the_raw_figures()
    {
        for (var i = 0; i < Proposals; i++)
        {
            var (history, target, range) = Propose();
            Assert.Equal(Expected(history, target, range), Tested(history, target, range));
        }
    }

    [Fact]
    public void A_level_that_counts_as_missed_when_it_is_reached_exactly_is_caught()
    {
        var differing = Enumerable.Range(0, Proposals).Count(_ =>
        {
            var (history, target, range) = Propose();
            return Expected(history, target, range, reachingIsMissing: true) != Tested(history, target, range);
        });
        Assert.NotEqual(0, differing);
    }

    /// <summary>Levels among the figures that there are, so that many are reached exactly.</summary>
    private (IndicatorHistory History, Target? Target, ExpectedRange? Range) Propose()
    {
        var history = histories[random.Next(histories.Count)];
        decimal[] values = [.. raw.FiguresOf(history.Indicator.Ref).Select(figure => figure.Value)];
        decimal Any() => random.Next(3) switch
        {
            0 => values[random.Next(values.Length)],
            1 => Math.Round(values[random.Next(values.Length)], history.Indicator.Definition.Decimals, MidpointRounding.AwayFromZero),
            _ => values.Min() + ((values.Max() - values.Min()) * (random.Next(140) - 20) / 100m),
        };
        if (history.Indicator.Definition.Kind == IndicatorKind.Activity)
        {
            var (one, other) = (Any(), Any());
            return (history, null, random.Next(5) == 0 ? null : new ExpectedRange(Math.Min(one, other), Math.Max(one, other)));
        }

        var (level, polarity) = (Any(), history.Indicator.Definition.Polarity!.Value);
        var tolerance = polarity == Polarity.ClosestIsBetter ? decimal.Parse(raw.Indicators[history.Indicator.Ref]["tolerance"], System.Globalization.CultureInfo.InvariantCulture) : 0;
        var gap = tolerance + (Math.Abs(Any() - Any()) * random.Next(2));
        var floor = polarity == Polarity.LowerIsBetter ? level + gap : level - gap;
        return (history, new Target(level, random.Next(6) == 0 ? null : floor, polarity, tolerance), null);
    }

    private string Expected(IndicatorHistory history, Target? target, ExpectedRange? range, bool reachingIsMissing = false)
    {
        var reference = history.Indicator.Ref;
        var (figures, length) = (raw.FiguresOf(reference).OrderBy(figure => figure.Month).ToList(), raw.Length(reference));
        var last = figures[^1].Month;
        var within = figures.Where(figure => figure.Month > last - (Years * 12)).ToList();
        var alike = within.Where(figure => figure.Month >= raw.FirstAlike(reference)).ToList();
        string Ratings(Func<RawFigure, char> rate) => new([.. alike.Select(rate)]);
        var before = Ratings(figure =>
        {
            var levels = raw.LevelsOf(reference, figure.Month);
            return raw.Rate(reference, figure.Value, levels.Target, levels.Floor, levels.Lower, levels.Upper);
        });
        var after = Ratings(figure => raw.Rate(reference, figure.Value, target?.Level, target?.FloorStandard, range?.Lower, range?.Upper, reachingIsMissing));
        return $"{reference} {before} {after} {within.Count - alike.Count} of {length}";
    }

    private string Tested(IndicatorHistory history, Target? target, ExpectedRange? range)
    {
        static char Word(JudgedFigure figure) => (figure.Rating?.Colour, figure.Verdict) switch
        {
            (RagRating.Green, _) => 'G',
            (RagRating.Amber, _) => 'A',
            (RagRating.Red, _) => 'R',
            (_, RangeVerdict.InRange) => 'I',
            (_, RangeVerdict.Above) => 'O',
            (_, RangeVerdict.Below) => 'U',
            _ => 'N',
        };
        var test = BackTest.Of(history, target, range);
        Assert.Equal(test.Periods.Count, test.Before.Total);
        Assert.Equal(test.Periods.Count(tested => Word(tested.After) == 'G'), test.After.Green);
        Assert.Equal(test.Changed.Count(), test.Periods.Count(tested => Word(tested.Before) != Word(tested.After)));
        string Ratings(Func<BackTested, JudgedFigure> side) => new([.. test.Periods.Select(tested => Word(side(tested)))]);
        return $"{history.Indicator.Ref} {Ratings(tested => tested.Before)} {Ratings(tested => tested.After)} {test.CountedOtherwise} of {raw.Length(history.Indicator.Ref)}";
    }
}
