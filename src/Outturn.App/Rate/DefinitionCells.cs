using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Rate;

/// <summary>The columns that say how an indicator is counted and judged; all rows of one ref must agree on them.</summary>
internal enum DefinitionField
{
    Kind,
    Unit,
    Decimals,
    Polarity,
    Frequency,
    RollUp,
    Basis,
}

/// <summary>The definition that a row's cells state, with the defaults of the rules where they are blank.</summary>
internal sealed class DefinitionCells
{
    private const int MostDecimals = 10;

    private readonly string[] cells;
    private readonly string?[] refusals = new string?[Enum.GetValues<DefinitionField>().Length];

    /// <param name="cells">Their texts, by <see cref="DefinitionField"/>.</param>
    public DefinitionCells(string[] cells)
    {
        this.cells = cells;
        Kind = ReadKind();
        Unit = new Unit(this[DefinitionField.Unit]);
        if (Unit.Refusal is { } refusal)
        {
            Refuse(DefinitionField.Unit, $"{Quoted.Text(Unit.Name)} {refusal}");
        }

        Decimals = ReadDecimals();
        Polarity = Polarities.Read(this[DefinitionField.Polarity]);
        if (Polarity is null && this[DefinitionField.Polarity].Length > 0)
        {
            RefuseWord(DefinitionField.Polarity, "higher, lower or closest");
        }

        Frequency = Frequencies.Read(this[DefinitionField.Frequency]);
        if (Frequency is null)
        {
            RefuseWord(DefinitionField.Frequency, "month, quarter, half-year, year, academic or calendar");
        }

        RollUp = ReadRollUp();
        Basis = ReadBasis();
    }

    public IndicatorKind Kind { get; }

    public Unit Unit { get; }

    public int Decimals { get; }

    public Polarity? Polarity { get; }

    public Frequency? Frequency { get; }

    public RollUp RollUp { get; }

    public Basis Basis { get; }

    public bool IsRefused { get; private set; }

    public string this[DefinitionField field] => cells[(int)field];

    public string? Refusal(DefinitionField field) => refusals[(int)field];

    /// <summary>Whether two rows say the same in different words, or one says nothing of polarity.</summary>
    public bool Agrees(DefinitionCells other, DefinitionField field) =>
        Refusal(field) is not null || other.Refusal(field) is not null || field switch
        {
            DefinitionField.Kind => Kind == other.Kind,
            DefinitionField.Unit => Unit == other.Unit,
            DefinitionField.Decimals => Decimals == other.Decimals,
            DefinitionField.Polarity => Polarity is null || other.Polarity is null || Polarity == other.Polarity,
            DefinitionField.Frequency => Frequency == other.Frequency,
            DefinitionField.RollUp => RollUp == other.RollUp,
            _ => Basis == other.Basis,
        };

    private IndicatorKind ReadKind()
    {
        switch (this[DefinitionField.Kind].ToLowerInvariant())
        {
            case "" or "kpi":
                return IndicatorKind.Kpi;
            case "activity" or "activity indicator":
                return IndicatorKind.Activity;
            default:
                RefuseWord(DefinitionField.Kind, "kpi or activity");
                return default;
        }
    }

    private int ReadDecimals()
    {
        var number = NumberText.Parse(this[DefinitionField.Decimals]);
        if (number.IsBlank)
        {
            return 0;
        }

        if (number.Value is { } decimals and >= 0 and <= MostDecimals && decimals == (int)decimals)
        {
            return (int)decimals;
        }

        RefuseWord(DefinitionField.Decimals, $"a whole number from 0 to {MostDecimals}");
        return 0;
    }

    private RollUp ReadRollUp()
    {
        var rollUp = this[DefinitionField.RollUp].Length == 0 ? RollUp.Latest : RollUps.Read(this[DefinitionField.RollUp]);
        if (rollUp is null)
        {
            RefuseWord(DefinitionField.RollUp, "ratio, sum, mean, latest or rolling12");
        }
        else if (Definition.Refusal(Unit, rollUp.Value) is { } refusal)
        {
            Refuse(DefinitionField.RollUp, char.ToUpperInvariant(refusal[0]) + refusal[1..]);
        }

        return rollUp ?? default;
    }

    private Basis ReadBasis()
    {
        switch (this[DefinitionField.Basis].ToLowerInvariant())
        {
            case "" or "period":
                return Basis.Period;
            case "cumulative":
                return Basis.Cumulative;
            default:
                RefuseWord(DefinitionField.Basis, "period or cumulative");
                return default;
        }
    }

    private void RefuseWord(DefinitionField field, string choice) => Refuse(field, this[field].Length == 0
        ? $"The cell is blank: write {choice}."
        : $"{Quoted.Text(this[field])} is not known here: write {choice}.");

    private void Refuse(DefinitionField field, string reason) => (refusals[(int)field], IsRefused) = (reason, true);
}
