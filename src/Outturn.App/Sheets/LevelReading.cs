using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Sheets;

/// <summary>Reads targets, floor standards and expected ranges, for a year or for single periods.</summary>
internal sealed class LevelReading(IndicatorDraft draft, string name, Unit unit, SheetOptions options, Notes notes, List<Defect> defects)
{
    /// <summary>Which way is better as the levels alone tell it: by the side on which the floor stands, or by a sign before a level.</summary>
    public static Polarity? Side(Dictionary<Role, SheetCell> at)
    {
        var (target, floor) = (At(at, Role.Target), At(at, Role.Floor) ?? At(at, Role.Tolerance));
        if (target is null)
        {
            return null;
        }

        if (SheetWords.Level(target.Text).Polarity is { } signed)
        {
            return signed;
        }

        return Plain(target) is { } level && floor is not null && Plain(floor, level) is { } least && least != level
            ? least < level ? Polarity.HigherIsBetter : Polarity.LowerIsBetter
            : null;
    }

    public IReadOnlyList<Levels> Read(Dictionary<Period, Dictionary<Role, SheetCell>> cells, Polarity? polarity)
    {
        var levels = new List<Levels>();
        foreach (var (period, at) in cells.OrderBy(cell => cell.Key.First))
        {
            var (target, derived, unrated) = Target(at, polarity);
            var range = Range(at);
            if (target is null && range is null && unrated is null)
            {
                continue;
            }

            var read = new Levels(period.First, period.Last, target, range, FloorDerived: derived, UnratedTarget: unrated);
            if (levels.Count > 0 && levels[^1] is var last && last.To.AddDays(1) == read.From && last with { From = read.From, To = read.To } == read)
            {
                levels[^1] = last with { To = read.To };
            }
            else
            {
                levels.Add(read);
            }
        }

        return levels;
    }

    private (Target? Target, bool Derived, decimal? Unrated) Target(Dictionary<Role, SheetCell> at, Polarity? polarity)
    {
        if (At(at, Role.Target) is not { } cell)
        {
            if (at.TryGetValue(Role.Target, out var none))
            {
                notes.Add("No target where the cell says that there is none.", $"{Quoted.Text(none.Text)} in {none.Address}");
            }

            return (null, false, null);
        }

        var (level, floor) = (Number(cell), Floor(at, cell, polarity));
        if (level is not { } asked || polarity is not { } way)
        {
            return (null, false, level);
        }

        var derived = floor is null && options.Tolerance is not null && way != Polarity.ClosestIsBetter;
        floor ??= derived ? options.Tolerance!.Floor(asked, way) : null;
        if (Core.Targets.Target.Refusal(asked, floor, way) is { } refusal)
        {
            defects.Add((At(at, Role.Floor) ?? cell).Error($"{name}: {refusal}"));
            return (null, false, null);
        }

        if (floor is null)
        {
            notes.Add("No floor standard: a figure that misses the target is Red. Add a column floor, or say --tolerance 10%.", name);
        }

        return (new Target(asked, floor, way), derived, null);
    }

    private decimal? Floor(Dictionary<Role, SheetCell> at, SheetCell target, Polarity? polarity)
    {
        if (At(at, Role.Floor) is { } stated)
        {
            return Number(stated, Number(target));
        }

        if (At(at, Role.Tolerance) is not { } cell)
        {
            return null;
        }

        var (margin, level) = (Number(cell), Number(target));
        if (polarity != Polarity.LowerIsBetter && margin < level / 2)
        {
            defects.Add(cell.Error($"A tolerance of {cell.Text} beside a target of {target.Text} looks like a margin, not a level: write the level that is just acceptable in a column floor, or leave the column out and say --tolerance 10%."));
            return null;
        }

        return margin;
    }

    private ExpectedRange? Range(Dictionary<Role, SheetCell> at)
    {
        var (low, high) = (At(at, Role.Lower), At(at, Role.Upper));
        var (lower, upper) = (low is null ? null : Number(low), high is null ? null : Number(high));
        if (lower > upper)
        {
            defects.Add(low!.Error($"{name}: the lower limit {low.Text} lies above the upper limit {high!.Text}."));
            return null;
        }

        return lower is null && upper is null ? null : new ExpectedRange(lower, upper);
    }

    private static SheetCell? At(Dictionary<Role, SheetCell> at, Role role) =>
        at.TryGetValue(role, out var cell) && !SheetWords.IsNoLevel(cell.Text) ? cell : null;

    /// <param name="target">Of a band, the end farther from it is the floor standard.</param>
    private static decimal? Plain(SheetCell cell, decimal? target = null) =>
        cell.Content.Number ?? NumberText.Parse(Bare(cell, target).TrimEnd('%'), "£").Value;

    private static string Bare(SheetCell cell, decimal? target)
    {
        if (target is not { } level || SheetWords.Band(cell.Text) is not { } band)
        {
            return SheetWords.Level(cell.Text).Number;
        }

        decimal Distance(string end) => NumberText.Parse(end.TrimEnd('%'), "£").Value is { } value ? Math.Abs(value - level) : 0;
        return Distance(band.From) > Distance(band.To) ? band.From : band.To;
    }

    private decimal? Number(SheetCell cell, decimal? target = null)
    {
        if (cell.Content.Number is not null)
        {
            return SheetNumber.Read(cell, unit.Name).Value;
        }

        if (SheetWords.Level(cell.Text).Polarity is not null)
        {
            notes.Add("A sign before a level (≥, <) is read as: reaching the level exactly achieves it.", draft.Ref);
        }

        if (target is not null && SheetWords.Band(cell.Text) is not null)
        {
            notes.Add("Of a band such as 80-90% the end farther from the target is the floor standard.", draft.Ref);
        }

        var number = NumberText.Parse(Bare(cell, target), unit.Name);
        if (number.Refusal is { } refusal)
        {
            defects.Add(cell.Error(refusal));
        }

        return number.Value;
    }
}
