using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Targets;

namespace Outturn.Tests.Registers;

/// <summary>The comparison by which exports are proved sees a change in any part.</summary>
public sealed class SameRegisterTests
{
    private readonly Register register = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.Folder("wealdshire"))).Register;

    [Fact]
    public void A_register_is_the_same_as_itself_read_again() =>
        SameRegister.Assert(register, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.Folder("wealdshire"))).Register);

    [Fact]
    public void A_change_is_found_and_named_wherever_it_is()
    {
        var history = register.Indicators[0];
        var (figure, levels) = (history.Figures[0], history.Targets.All[0]);
        (string Path, Register Changed)[] changes =
        [
            ("register.Council.Tolerance", register with { Council = register.Council with { Tolerance = new ToleranceRule(5) } }),
            ("register.Posts[0].Phone", register with { Posts = [register.Posts[0] with { Phone = "1" }, .. register.Posts.Skip(1)] }),
            ("register.Services", register with { Services = [.. register.Services.SkipLast(1)] }),
            ("register.Committees[0].Reports", register with { Committees = [register.Committees[0] with { Reports = [] }] }),
            ("register.Meetings[0].Year", register with { Meetings = [register.Meetings[0] with { Year = null }, .. register.Meetings.Skip(1)] }),
            ("register.Texts[0]", register with { Texts = register.Texts.ToDictionary(text => text.Key, text => text.Value + ".") }),
            ("register.Indicators[0].Indicator.LagDays", With(history with { Indicator = history.Indicator with { LagDays = 99 } })),
            ("register.Indicators[0].Indicator.Definition.Unit.Name", With(history with { Indicator = history.Indicator with { Definition = Counted(history.Indicator.Definition) } })),
            ("register.Indicators[0].Figures[0].Observation.Marker", With(history with { Figures = [figure with { Observation = new Observation(null, figure.Observation.Counts, Marker.Revised) }, .. history.Figures.Skip(1)] })),
            ("register.Indicators[0].Figures[0].Observation.Counts", With(history with { Figures = [figure with { Observation = new Observation(null, new Counts(1, 1)) }, .. history.Figures.Skip(1)] })),
            ("register.Indicators[0].Targets.All[0].Target.FloorStandard", With(history with { Targets = new TargetHistory([levels with { Target = new Target(levels.Target!.Level, null, levels.Target.Polarity) }, .. history.Targets.All.Skip(1)]) })),
            ("register.Indicators[0].Targets.All[0].FloorDerived", With(history with { Targets = new TargetHistory([levels with { FloorDerived = true }, .. history.Targets.All.Skip(1)]) })),
        ];

        Assert.All(changes, change => Assert.StartsWith(change.Path + (change.Path.EndsWith("Services", StringComparison.Ordinal) || change.Path.EndsWith("Reports", StringComparison.Ordinal) ? ":" : ""), SameRegister.Difference(register, change.Changed)));
    }

    private Register With(IndicatorHistory first) => register with { Indicators = [first, .. register.Indicators.Skip(1)] };

    private static Definition Counted(Definition definition) =>
        new(definition.Kind, new Unit("calls"), definition.Decimals, definition.Polarity, definition.Frequency, definition.RollUp, definition.Basis);
}
