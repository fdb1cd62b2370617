using FsCheck.Fluent;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Tests.Targets;

public sealed class TargetTests
{
    private const Polarity Higher = Polarity.HigherIsBetter;
    private const Polarity Lower = Polarity.LowerIsBetter;
    private const Polarity Closest = Polarity.ClosestIsBetter;

    [Theory]
    [InlineData(Higher, 0, 95, 90, 95, RagRating.Green)]
    [InlineData(Higher, 0, 95, 90, 94.96, RagRating.Amber)]
    [InlineData(Higher, 0, 95, 90, 90, RagRating.Amber)]
    [InlineData(Higher, 0, 95, 90, 89.999, RagRating.Red)]
    [InlineData(Lower, 0, 5, 10, 5, RagRating.Green)]
    [InlineData(Lower, 0, 5, 10, 10, RagRating.Amber)]
    [InlineData(Lower, 0, 5, 10, 10.01, RagRating.Red)]
    [InlineData(Closest, 2, 100, 90, 98, RagRating.Green)]
    [InlineData(Closest, 2, 100, 90, 102, RagRating.Green)]
    [InlineData(Closest, 2, 100, 90, 97.99, RagRating.Amber)]
    [InlineData(Closest, 2, 100, 90, 110, RagRating.Amber)]
    [InlineData(Closest, 2, 100, 90, 110.5, RagRating.Red)]
    [InlineData(Higher, 0, 45, 45, 44.9, RagRating.Red)]
    [InlineData(Higher, 0, 50, 45, 44, RagRating.Red)]
    [InlineData(Higher, 0, 0, 0, 0, RagRating.Green)]
    [InlineData(Higher, 0, -5, -10, -7, RagRating.Amber)]
    [InlineData(Lower, 0, -5, 0, -1, RagRating.Amber)]
    public void Reaching_a_level_exactly_is_achieving_it(Polarity polarity, double tolerance, double level, double floor, double value, RagRating rated) =>
        Assert.Equal(rated, new Target((decimal)level, (decimal)floor, polarity, (decimal)tolerance).Rate((decimal)value));

    [Theory]
    [InlineData(Higher, 95, 94.9)]
    [InlineData(Lower, 5, 5.1)]
    [InlineData(Closest, 100, 100.1)]
    public void With_neither_floor_nor_tolerance_what_misses_the_target_is_red(Polarity polarity, double level, double value) =>
        Assert.Equal(RagRating.Red, new Target((decimal)level, null, polarity).Rate((decimal)value));

    [Theory]
    [InlineData(Higher, 90, 95, 0, "floor standard 95 is on the wrong side of target 90: higher is better.")]
    [InlineData(Lower, 10, 5, 0, "floor standard 5 is on the wrong side of target 10: lower is better.")]
    [InlineData(Closest, 100, 99, 2, "floor standard 99 is nearer to target 100 than the tolerance of 2.")]
    [InlineData(Closest, 100, 90, -1, "tolerance -1 is below 0.")]
    [InlineData(Higher, 95, 90, 2, "tolerance 2 belongs to polarity closest, not higher.")]
    public void Levels_that_cannot_stand_together_are_refused_when_they_are_set(Polarity polarity, int level, int floor, int tolerance, string reason)
    {
        Assert.Equal(reason, Target.Refusal(level, floor, polarity, tolerance));
        Assert.StartsWith(reason, Assert.Throws<ArgumentException>(() => new Target(level, floor, polarity, tolerance)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_better_value_is_never_rated_worse() =>
        Given.ForAll(
            from given in Given.NearItsTarget
            from other in Given.NearItsTarget
            from hair in Given.Hair
            from second in Gen.Elements(given.Value + hair, other.Value, given.Target.Level)
            select (given.Target, given.Value, Second: second),
            given =>
            {
                var (target, polarity) = (given.Target, given.Target.Polarity);
                var better = polarity.Shortfall(given.Value, target.Level) <= polarity.Shortfall(given.Second, target.Level);
                var (best, worst) = better ? (given.Value, given.Second) : (given.Second, given.Value);
                return target.Rate(best) >= target.Rate(worst);
            });

    [Fact]
    public void Turning_polarity_and_signs_round_gives_the_same_colours() =>
        Given.ForAll(Given.NearItsTarget, given =>
        {
            var target = given.Target;
            var turned = new Target(-target.Level, -target.FloorStandard, Turned(target.Polarity), target.Tolerance);
            return turned.Rate(-given.Value) == target.Rate(given.Value);
        });

    [Fact]
    public void Closest_rates_both_sides_of_the_target_alike() =>
        Given.ForAll(Given.NearItsTarget.Where(given => given.Target.Polarity == Closest), given =>
            given.Target.Rate((2 * given.Target.Level) - given.Value) == given.Target.Rate(given.Value));

    [Fact]
    public void A_floor_equal_to_the_target_leaves_no_amber() =>
        Given.ForAll(Given.NearItsTarget.Where(given => given.Target.FloorStandard == given.Target.Level), given =>
            given.Target.Rate(given.Value) != RagRating.Amber);

    [Fact]
    public void The_target_itself_is_green_and_the_floor_itself_is_never_red() =>
        Given.ForAll(Given.Target, target =>
            target.Rate(target.Level) == RagRating.Green && (target.FloorStandard is not { } floor || target.Rate(floor) != RagRating.Red));

    private static Polarity Turned(Polarity polarity) => polarity switch { Higher => Lower, Lower => Higher, _ => Closest };
}
