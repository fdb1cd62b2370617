using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Neighbours;

namespace Outturn.Core.Tests.Neighbours;

public sealed class NeighbourModelTests
{
    private const double Hair = 1e-9;

    private sealed record Case(IReadOnlyList<ModelVariable> Variables, IReadOnlyList<ModelPlace> Places, Scaling Scaling);

    private static Gen<Case> Cases { get; } =
        from variables in Gen.Choose(1, 5)
        from places in Gen.Choose(2, 12)
        from weights in Gen.Choose(1, 9).ArrayOf(variables)
        from logs in Gen.Elements(true, false).ArrayOf(variables)
        from values in Gen.Choose(1, 900).ArrayOf(variables * places)
        from scaling in Gen.Elements(Scaling.MinMax, Scaling.ZScore)
        select new Case(
            [.. weights.Select((weight, i) => new ModelVariable($"v{i}", weight, logs[i] ? Transform.Log : Transform.None))],
            [.. Enumerable.Range(0, places).Select(place => new ModelPlace($"E{place:D8}", [.. values.Skip(place * variables).Take(variables).Select(value => (decimal?)value / 7)]))],
            scaling);

    [Fact]
    public void A_council_is_at_no_distance_from_itself() =>
        Given.ForAll(Cases, given => Model(given) is var model && model.Codes.All(code => model.Distance(code, code) == 0));

    [Fact]
    public void It_is_as_far_from_one_to_the_other_as_back() =>
        Given.ForAll(Cases, given => Model(given) is var model && model.Codes.All(one => model.Codes.All(other => model.Distance(one, other) == model.Distance(other, one))));

    [Fact]
    public void Counting_in_thousands_or_in_pence_changes_no_distance() =>
        Given.ForAll(
            from given in Cases
            from factor in Gen.Elements(1_000m, 0.01m, 12m)
            from variable in Gen.Choose(0, given.Variables.Count - 1)
            select (given, factor, variable),
            all =>
            {
                var scaled = all.given with { Places = [.. all.given.Places.Select(place => new ModelPlace(place.Code, [.. place.Values.Select((value, i) => i == all.variable ? value * all.factor : value)]))] };
                var (before, after) = (Model(all.given), Model(scaled));
                return before.Codes.All(one => before.Codes.All(other => Math.Abs(before.Distance(one, other)!.Value - after.Distance(one, other)!.Value) < Hair));
            });

    [Fact]
    public void The_order_in_which_councils_are_given_changes_nothing() =>
        Given.ForAll(Cases, given =>
        {
            var (before, after) = (Model(given), Model(given with { Places = [.. given.Places.Reverse()] }));
            return before.Method == after.Method && before.Codes.All(code => before.Of(code).Select(near => near.Code).SequenceEqual(after.Of(code).Select(near => near.Code)));
        });

    [Fact]
    public void Neighbours_come_nearest_first_without_the_council_itself_and_say_where_their_distance_is_from() =>
        Given.ForAll(Cases, given =>
        {
            var model = Model(given);
            return model.Codes.All(code =>
            {
                var near = model.Of(code, 5);
                return near.Count == Math.Min(5, model.Codes.Count - 1) && near.All(one => one.Code != code)
                    && near.Zip(near.Skip(1), (first, second) => first.Distance <= second.Distance && first.Rank + 1 == second.Rank).All(inOrder => inOrder)
                    && near.All(one => one.Distance == 0 || Math.Abs(one.Shares.Sum(share => share.Share) - 1) < Hair);
            });
        });

    [Fact]
    public void A_distance_can_be_worked_out_with_a_pencil()
    {
        // Scaled to 0, 0.5, 1 and 0, 1, 0.5; weights 3/4 and 1/4.
        var model = new NeighbourModel(
            [new ModelVariable("people", 3), new ModelVariable("pay", 1)],
            [new ModelPlace("A", [100, 10]), new ModelPlace("B", [150, 30]), new ModelPlace("C", [200, 20])]);
        Assert.Equal(Math.Sqrt(0.75 * 0.25 + 0.25 * 1), model.Distance("A", "B")!.Value, 12);
        Assert.Equal(["B", "C"], model.Of("A").Select(near => near.Code));
        Assert.Equal(["people"], model.Of("C")[0].FarIn(1));
        Assert.Equal(["people"], model.Of("A")[0].NearIn(1));
        Assert.Contains("people (weight 0.75); pay (weight 0.25)", model.Method);
    }

    [Fact]
    public void A_council_without_a_value_is_left_out_and_named()
    {
        var model = new NeighbourModel(
            [new ModelVariable("people", Transform: Transform.Log)], [new ModelPlace("A", [1]), new ModelPlace("B", [null]), new ModelPlace("C", [0]), new ModelPlace("D", [2])]);
        Assert.Equal(["A", "D"], model.Codes);
        Assert.Equal(["B", "C"], model.LeftOut);
        Assert.Null(model.Distance("A", "B"));
        Assert.Empty(model.Of("B"));
        Assert.Contains("left out for want of a value: B, C", model.Method);
    }

    [Fact]
    public void A_variable_in_which_all_are_equal_counts_nothing()
    {
        foreach (var scaling in Enum.GetValues<Scaling>())
        {
            var model = new NeighbourModel([new ModelVariable("same"), new ModelVariable("other")], [new ModelPlace("A", [0.1m, 1]), new ModelPlace("B", [0.1m, 2]), new ModelPlace("C", [0.1m, 4])], scaling);
            Assert.Equal(0, model.Of("A")[0].Shares.Single(share => share.Variable == "same").Share);
        }
    }

    private static NeighbourModel Model(Case given) => new(given.Variables, given.Places, given.Scaling);
}
