using Outturn.App.Rate;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Collection.Files;

/// <summary>A figure as it was read, and where it stood.</summary>
internal struct ReadFigure
{
    /// <summary>The indicator's place in the register.</summary>
    public int Indicator;

    /// <summary>Of the period, in the indicator's frequency.</summary>
    public int Ordinal;

    /// <summary>The line of a text file or the row of a sheet.</summary>
    public int Row;

    /// <summary>The place of its sheet or file among <see cref="FigureBatch.Sources"/>.</summary>
    public int Source;

    public Observation Observation;

    /// <summary>Written with its own percent sign.</summary>
    public bool IsSigned;

    /// <summary>What is seldom given, null where none of it is.</summary>
    public FigureExtras? Extras;
}

/// <summary>What few figures have beside them.</summary>
internal sealed record FigureExtras(decimal? YtdGiven, decimal? PreviousGiven, string? Accepted, string? Note, string? Context);

/// <summary>The figures of a file, a million of them if need be.</summary>
public sealed class FigureBatch
{
    private readonly IReadOnlyList<IndicatorHistory> indicators;
    private readonly Chunks<ReadFigure> rows = new();
    private int[] order = [];

    internal FigureBatch(IReadOnlyList<IndicatorHistory> indicators) => this.indicators = indicators;

    public int Count => rows.Count;

    internal IReadOnlyList<IndicatorHistory> Indicators => indicators;

    /// <summary>The file, or its sheets, as defects name them.</summary>
    public List<string> Sources { get; } = [];

    internal ref ReadFigure this[int index] => ref rows[index];

    internal ref ReadFigure Add() => ref rows.Add();

    /// <summary>The places of the figures by ref (in the order of the stores), then period, then row.</summary>
    internal IReadOnlyList<int> InOrder => order;

    internal Indicator IndicatorOf(in ReadFigure figure) => indicators[figure.Indicator].Indicator;

    internal Period PeriodOf(in ReadFigure figure) => new(IndicatorOf(figure).Definition.Frequency, figure.Ordinal);

    internal Defect Error(in ReadFigure figure, string? column, string reason) => new(Severity.Error, Sources[figure.Source], figure.Row, column, reason);

    internal Defect Warning(in ReadFigure figure, string? column, string reason) => new(Severity.Warning, Sources[figure.Source], figure.Row, column, reason);

    /// <summary>Puts the figures in order, and names each that has the indicator and period of another.</summary>
    internal void Sort(DefectList defects)
    {
        var ranks = Ranks();
        var keys = new long[rows.Count];
        order = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++)
        {
            ref var figure = ref rows[i];
            (keys[i], order[i]) = (((long)ranks[figure.Indicator] << 32) | (uint)(figure.Ordinal + int.MaxValue / 2), i);
        }

        Array.Sort(keys, order);
        for (var i = 1; i < order.Length; i++)
        {
            if (keys[i] != keys[i - 1])
            {
                continue;
            }

            var (first, second) = (Math.Min(order[i], order[i - 1]), Math.Max(order[i], order[i - 1]));
            defects.Add(Error(rows[second], null,
                $"{IndicatorOf(rows[second]).Ref} has a figure for {PeriodOf(rows[second])} in row {rows[first].Row}{(rows[first].Source == rows[second].Source ? "" : $" of {Sources[rows[first].Source]}")} already: keep one of the two rows."));
        }
    }

    private int[] Ranks()
    {
        var byRef = Enumerable.Range(0, indicators.Count).Order(Comparer<int>.Create((left, right) => Stores.KeyOrder.Compare(indicators[left].Indicator.Ref, indicators[right].Indicator.Ref))).ToArray();
        var ranks = new int[indicators.Count];
        for (var rank = 0; rank < byRef.Length; rank++)
        {
            ranks[byRef[rank]] = rank;
        }

        return ranks;
    }
}
