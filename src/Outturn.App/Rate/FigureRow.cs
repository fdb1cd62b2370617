using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.App.Rate;

/// <summary>What a row says of its figure.</summary>
internal enum Given : byte
{
    Nothing,
    Value,
    Counts,
}

/// <summary>One row's facts in as few bytes as they need: a million of them are held at once.</summary>
internal struct FigureRow
{
    /// <summary>The row cannot be placed in a series: its ref or period has been refused.</summary>
    public const int NoSeries = -1;

    /// <summary>Index of the row's series.</summary>
    public int Series;

    /// <summary>Ordinal of its period.</summary>
    public int Period;

    /// <summary>The line of the file, as defects name it.</summary>
    public int Line;

    public Given Given;

    /// <summary>A KPI's target, an activity's lower limit.</summary>
    public bool HasLevel;

    /// <summary>A KPI's floor standard, an activity's upper limit.</summary>
    public bool HasLimit;

    private byte marker;

    /// <summary>The value, or the numerator where there are counts.</summary>
    public decimal Value;
    public decimal Denominator;
    public decimal Level;
    public decimal Limit;
    public decimal Tolerance;

    public Marker Marker
    {
        readonly get => (Marker)marker;
        set => marker = (byte)value;
    }

    public readonly Observation Observation => Given switch
    {
        Given.Counts => new Observation(null, new Counts(Value, Denominator), Marker),
        Given.Value => new Observation(Value, null, Marker),
        _ => new Observation(null, null, Marker),
    };

    /// <summary>The row as the engine takes it; levels that are those of the row before are the same object.</summary>
    public readonly SeriesPoint Point(Definition definition, in SeriesPoint before)
    {
        var period = new Period(definition.Frequency, Period);
        return definition.Kind == IndicatorKind.Kpi
            ? new SeriesPoint(period, Observation, HasLevel ? Target(definition.Polarity!.Value, before.Target) : null)
            : new SeriesPoint(period, Observation, Range: HasLevel || HasLimit ? Range(before.Range) : null);
    }

    private readonly Target Target(Polarity polarity, Target? before) =>
        before is not null && before.Level == Level && before.FloorStandard == Floor && before.Tolerance == Tolerance
            ? before
            : new Target(Level, Floor, polarity, Tolerance);

    private readonly ExpectedRange Range(ExpectedRange? before) =>
        before is not null && before.Lower == Lower && before.Upper == Upper ? before : new ExpectedRange(Lower, Upper);

    private readonly decimal? Floor => HasLimit ? Limit : null;

    private readonly decimal? Lower => HasLevel ? Level : null;

    private readonly decimal? Upper => HasLimit ? Limit : null;
}
