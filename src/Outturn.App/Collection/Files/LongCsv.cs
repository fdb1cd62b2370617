using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Collection.Files;

/// <summary>Reads a CSV file with a row for each figure, however many: ref, period and the figure or its counts in columns of these names.</summary>
internal sealed class LongCsv
{
    private const int RowsBetweenLooks = 4096;

    private readonly CsvRows csv;
    private readonly LongColumns columns;
    private readonly IndicatorFinder finder;
    private readonly DefectList defects;
    private readonly FigureBatch batch;
    private readonly char[] buffer = new char[1024];
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] periods =
        [.. Enum.GetValues<Frequency>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>())];

    private readonly HashSet<string> unknown = new(StringComparer.OrdinalIgnoreCase);

    public LongCsv(CsvRows csv, LongColumns columns, IndicatorFinder finder, DefectList defects)
    {
        (this.csv, this.columns, this.finder, this.defects) = (csv, columns, finder, defects);
        batch = new FigureBatch(finder.Indicators);
        batch.Sources.Add(csv.Source);
    }

    /// <summary>Rows with anything in them, the header apart.</summary>
    public int Rows { get; private set; }

    public FigureBatch ReadAll(IProgress<int>? rowsRead, CancellationToken cancel)
    {
        var byRef = finder.ByRef;
        while (csv.Read())
        {
            Rows++;
            if (csv.Defect is { } defect)
            {
                defects.Add(defect);
            }
            else
            {
                ReadRow(byRef);
            }

            if (Rows % RowsBetweenLooks == 0)
            {
                cancel.ThrowIfCancellationRequested();
                rowsRead?.Report(Rows);
            }
        }

        return batch;
    }

    private void ReadRow(Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byRef)
    {
        var reference = Text(columns.Ref);
        if (!byRef.TryGetValue(reference, out var place))
        {
            Unknown(reference.ToString());
            return;
        }

        var indicator = finder.Indicators[place].Indicator;
        if (indicator.Formula is not null)
        {
            Error(columns.Ref, $"{indicator.Ref} is worked out by its formula, so no figure is given for it.");
            return;
        }

        var period = Period(indicator.Definition.Frequency);
        if (Observation(indicator.Definition) is not { } observation || period is not { } ordinal)
        {
            return;
        }

        var extras = Extras(indicator.Definition.Unit.Name);
        if (observation is { IsPresent: false, Marker: Marker.None } && extras is null)
        {
            defects.Add(new Defect(Severity.Warning, csv.Source, csv.Number, columns.Name(columns.Value), $"No figure is given for {indicator.Ref}: the row says nothing and was passed over."));
            Passed.Add(new RowNotUsed(csv.Source, csv.Number, $"{indicator.Ref}, without a figure"));
            return;
        }

        ref var figure = ref batch.Add();
        (figure.Indicator, figure.Ordinal, figure.Row, figure.Source, figure.Observation, figure.Extras) = (place, ordinal, csv.Number, 0, observation, extras);
        figure.IsSigned = columns.Value >= 0 && Text(columns.Value) is [.., '%'];
    }

    /// <summary>Rows that name an indicator and say nothing of it.</summary>
    public List<RowNotUsed> Passed { get; } = [];

    private void Unknown(string reference)
    {
        if (reference.Length == 0)
        {
            Error(columns.Ref, "The cell is blank: every row needs the ref of its indicator.");
        }
        else if (unknown.Add(reference))
        {
            Error(columns.Ref, finder.Unknown(reference, ""));
        }
        else
        {
            Error(columns.Ref, $"There is no indicator {Quoted.Text(reference)} in the register.");
        }
    }

    private int? Period(Frequency frequency)
    {
        var known = periods[(int)frequency];
        var text = Text(columns.Period);
        if (known.TryGetValue(text, out var ordinal))
        {
            return ordinal;
        }

        if (text.IsEmpty)
        {
            Error(columns.Period, "The cell is blank: every figure is for a period.");
        }
        else if (PeriodText.TryRead(text.ToString(), frequency, out var period, out var refusal))
        {
            known[text] = period.Ordinal;
            return period.Ordinal;
        }
        else
        {
            Error(columns.Period, refusal);
        }

        return null;
    }

    /// <returns>Null where the row has just been refused.</returns>
    private Observation? Observation(Definition definition)
    {
        var value = columns.Value < 0 ? default : ValueText.Parse(Text(columns.Value), definition.Unit.Name);
        var isWell = true;
        if (value.Refusal is { } refusal)
        {
            Error(columns.Value, refusal);
            isWell = false;
        }

        var (top, bottom) = (Number(columns.Numerator, ref isWell), Number(columns.Denominator, ref isWell));
        if (isWell && top is null != bottom is null)
        {
            Error(top is null ? columns.Numerator : columns.Denominator, top is null
                ? "There is a denominator and no numerator: give both, or neither."
                : "There is a numerator and no denominator: give both, or neither.");
            return null;
        }

        if (bottom is { } divisor && Counts.Refusal(divisor) is { } impossible)
        {
            Error(columns.Denominator, $"{Quoted.Text(Text(columns.Denominator).ToString())} is {impossible}");
            return null;
        }

        var marker = value.Marker is { } written ? Markers.Read(written)!.Value : Marker.None;
        if (top is not null && value.Value is null && marker != Marker.None)
        {
            Error(columns.Value, $"The mark [{value.Marker}] says that there is no figure, and there are a numerator and a denominator: keep one or the other.");
            return null;
        }

        return isWell ? new Observation(value.Value, top is { } numerator && bottom is { } denominator ? new Counts(numerator, denominator) : null, marker) : null;
    }

    private FigureExtras? Extras(string unit)
    {
        if (!columns.HasExtras)
        {
            return null;
        }

        var isWell = true;
        var (ytd, previous) = (Number(columns.YtdGiven, ref isWell, unit), Number(columns.PreviousGiven, ref isWell, unit));
        var (accepted, note, context) = (Said(columns.Accepted), Said(columns.Note), Said(columns.Context));
        return ytd is null && previous is null && accepted is null && note is null && context is null ? null : new FigureExtras(ytd, previous, accepted, note, context);
    }

    private string? Said(int column) => column >= 0 && Text(column) is { IsEmpty: false } text ? text.ToString() : null;

    private decimal? Number(int column, ref bool isWell, string unit = Unit.Number)
    {
        if (column < 0)
        {
            return null;
        }

        var number = NumberText.Parse(Text(column), unit);
        if (number.Refusal is { } refusal)
        {
            Error(column, refusal);
            isWell = false;
        }

        return number.Value;
    }

    /// <summary>A cell's text, good until the next is asked for.</summary>
    private ReadOnlySpan<char> Text(int column)
    {
        var length = csv.Copy(column, buffer);
        return NumberText.Trim(length < 0 ? csv[column] : buffer.AsSpan(0, length));
    }

    private void Error(int column, string reason) => defects.Add(new Defect(Severity.Error, csv.Source, csv.Number, columns.Name(column), reason));
}

/// <summary>Where the columns of a long table stand, by their names in any order; -1 for one that is not there.</summary>
internal sealed class LongColumns
{
    private readonly IReadOnlyList<SourceColumn> header;
    private readonly HashSet<int> used = [];

    public LongColumns(IReadOnlyList<SourceColumn> header)
    {
        this.header = header;
        (Ref, Period, Value, Numerator, Denominator) = (Find("ref"), Find("period"), Find("value"), Find("numerator"), Find("denominator"));
        (YtdGiven, PreviousGiven, Accepted, Note, Context) = (Find("ytd_given"), Find("previous_given"), Find("accepted"), Find("note"), Find("context"));
        NotUsed = [.. header.Where(column => !used.Contains(column.Index))];
    }

    public int Ref { get; }

    public int Period { get; }

    public int Value { get; }

    public int Numerator { get; }

    public int Denominator { get; }

    public int YtdGiven { get; }

    public int PreviousGiven { get; }

    public int Accepted { get; }

    public int Note { get; }

    public int Context { get; }

    public IReadOnlyList<SourceColumn> NotUsed { get; }

    public bool IsLong => Ref >= 0 && Period >= 0 && (Value >= 0 || (Numerator >= 0 && Denominator >= 0));

    public bool HasExtras => YtdGiven >= 0 || PreviousGiven >= 0 || Accepted >= 0 || Note >= 0 || Context >= 0;

    public string? Name(int column) => column < 0 ? null : header[column].Name;

    public IEnumerable<(SourceColumn Column, string Reading)> Readings()
    {
        foreach (var column in header)
        {
            yield return (column,
                column.Index == Ref ? "ref" : column.Index == Period ? "period" : column.Index == Value ? "figures" : column.Index == Numerator ? "numerator"
                : column.Index == Denominator ? "denominator" : column.Index == YtdGiven ? "year to date, as the service gave it" : column.Index == PreviousGiven ? "the year before, as the service gave it"
                : column.Index == Accepted ? "why an incomplete year to date is accepted" : column.Index == Note ? "note" : column.Index == Context ? "commentary: context" : "not used");
        }
    }

    private int Find(string name)
    {
        var found = header.FirstOrDefault(column => column.IsNamed(name))?.Index ?? -1;
        used.Add(found);
        return found;
    }
}
