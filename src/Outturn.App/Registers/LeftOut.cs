using Outturn.Core.Dashboards;

namespace Outturn.App.Registers;

/// <summary>Names what a register knows and the files of a folder have no place for.</summary>
internal static class LeftOut
{
    public static IEnumerable<Defect> Of(Register register)
    {
        foreach (var history in register.Indicators)
        {
            var (reference, definition) = (history.Indicator.Ref, history.Indicator.Definition);
            if (definition.IsRollUpUnsaid)
            {
                yield return Defect.Warning(IndicatorsFile.Shape.File, $"Nobody has said how the figures of {reference} come together in a year, and it is written as {Core.Indicators.RollUps.Name(definition.RollUp)}: correct roll_up.");
            }

            if (history.Indicator.Breaks.Except(FolderTables.BreaksOf(history.Indicator)).ToList() is [.., var coming])
            {
                yield return Defect.Warning(IndicatorsFile.Shape.File, $"{reference} is counted otherwise from {coming:dd/MM/yyyy} on, which is left out: a folder holds the definition that is in force.");
            }

            if (history.Targets.All.Any(levels => levels.UnratedTarget is not null))
            {
                yield return Defect.Warning(TargetsFile.Shape.File, $"Nobody has said which way is better for {reference}, so its targets are left out: they need a polarity in {IndicatorsFile.Shape.File}.");
            }

            if (FolderTables.Tolerances(history).Count() > 1)
            {
                yield return Defect.Warning(IndicatorsFile.Shape.File, $"The targets of {reference} had several tolerances, and a folder holds one: its other ratings may differ.");
            }

            if (register.Council.Tolerance is { } rule && history.Targets.All.Any(levels => levels.Target is { FloorStandard: null } target
                && Core.Targets.Target.Refusal(target.Level, rule.Floor(target.Level, target.Polarity), target.Polarity, target.Tolerance) is null))
            {
                yield return Defect.Warning(TargetsFile.Shape.File, $"{reference} has a target without a floor, which the council's rule ({rule}) gives it again in a folder: its Amber may differ.");
            }
        }
    }
}
