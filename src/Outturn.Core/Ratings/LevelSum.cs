using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.Core.Ratings;

/// <summary>Targets, floors, tolerances and limits add up for a sum; one period without a level leaves none (RULES 4).</summary>
internal sealed class LevelSum(Definition definition)
{
    private bool any;
    private bool hasTarget = true;
    private bool hasFloor = true;
    private bool hasLower = true;
    private bool hasUpper = true;
    private decimal target;
    private decimal floor;
    private decimal tolerance;
    private decimal lower;
    private decimal upper;

    /// <summary>Σ |floor − target|: how far from a target Amber reaches when closest is better, on whichever side the floors stand.</summary>
    private decimal reach;

    public void Add(in SeriesPoint point)
    {
        any = true;
        if (definition.Kind == IndicatorKind.Kpi)
        {
            AddTarget(point.Target);
        }
        else
        {
            AddRange(point.Range);
        }
    }

    public Target? Target() =>
        any && hasTarget && definition is { Kind: IndicatorKind.Kpi, Polarity: { } polarity }
            ? new Target(target, hasFloor ? Floor(polarity) : null, polarity, tolerance)
            : null;

    public ExpectedRange? Range() =>
        any && definition.Kind == IndicatorKind.Activity && (hasLower || hasUpper)
            ? new ExpectedRange(hasLower ? lower : null, hasUpper ? upper : null)
            : null;

    private decimal Floor(Polarity polarity) =>
        polarity == Polarity.ClosestIsBetter && Math.Abs(floor - target) < reach ? target - reach : floor;

    private void AddTarget(Target? added)
    {
        if (added is null)
        {
            hasTarget = false;
            return;
        }

        target += added.Level;
        hasFloor = hasFloor && added.FloorStandard is not null;
        floor += added.FloorStandard.GetValueOrDefault();
        if (added.Polarity == Polarity.ClosestIsBetter)
        {
            tolerance += added.Tolerance;
            reach += Math.Abs(added.FloorStandard.GetValueOrDefault() - added.Level);
        }
    }

    private void AddRange(ExpectedRange? added)
    {
        hasLower = hasLower && added?.Lower is not null;
        hasUpper = hasUpper && added?.Upper is not null;
        lower += added?.Lower ?? 0;
        upper += added?.Upper ?? 0;
    }
}
