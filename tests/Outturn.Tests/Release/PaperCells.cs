using System.Globalization;
using Outturn.Core.Indicators;

namespace Outturn.Tests.Release;

/// <summary>Where a cell stands: in which kind of table, in whose row, in which column.</summary>
internal readonly record struct CellPlace(string Table, string Row, string Column)
{
    public override string ToString() => $"{Table}, {Row}, {Column}";
}

/// <summary>What a cell is to hold: a text, a figure exact, or anything, where the edition's data does not say.</summary>
/// <param name="Decimals">The fewest decimals that it is rounded to.</param>
internal sealed record ExpectedCell(string? Text, decimal? Figure = null, int Decimals = 0)
{
    public bool IsKnown => Text is not null || Figure is not null;

    public bool IsShownBy(string found) => !IsKnown || (Figure is { } exact ? Rounds(exact, found) : Text == found);

    public override string ToString() => Text ?? Figure?.ToString(CultureInfo.InvariantCulture) ?? "anything";

    /// <summary>A figure of 96.4 is shown by 96.4% and, in whole per cents, by 96%; not by 97%, and not by 96% where it has a decimal.</summary>
    private bool Rounds(decimal exact, string found) =>
        Number(found) is { } shown && Unit.Round(exact, Math.Max(Decimal(found), Math.Min(Decimals, Unit.DecimalsOf(exact)))) == shown;

    /// <summary>The figure without unit, separators and what stands in brackets behind it.</summary>
    public static decimal? Number(string text) =>
        decimal.TryParse(Bare(text), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A chart of Word leaves zeros at the end out.</summary>
    private static int Decimal(string text) => Bare(text) is var bare && bare.IndexOf('.') is >= 0 and var point ? bare.Length - point - 1 : 0;

    private static string Bare(string text) => text.Split(" (")[0].Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).TrimEnd('%', 'k', 'm', 'b', 'n');
}

/// <summary>The cells of a paper by their places, as one of its files has them.</summary>
internal sealed class PaperCells
{
    private readonly Dictionary<CellPlace, string> cells = [];
    private readonly List<string> twice = [];

    public int Count => cells.Count;

    public IEnumerable<CellPlace> Places => cells.Keys;

    public string this[CellPlace place] => cells[place];

    public void Add(string table, string row, string column, string text)
    {
        if (!cells.TryAdd(new CellPlace(table, row, column), text))
        {
            twice.Add(new CellPlace(table, row, column).ToString());
        }
    }

    /// <summary>How many rows and columns each kind of table has.</summary>
    public IReadOnlyDictionary<string, (int Rows, int Columns)> Shape => cells.Keys.GroupBy(place => place.Table)
        .ToDictionary(table => table.Key, table => (table.Select(place => place.Row).Distinct().Count(), table.Select(place => place.Column).Distinct().Count()));

    /// <summary>Every cell that is missing, too many, or not what the edition's data says, each by its place.</summary>
    public List<string> Differences(string file, IReadOnlyDictionary<CellPlace, ExpectedCell> expected) =>
    [
        .. twice.Select(place => $"{file}: {place}: is there twice"),
        .. expected.Keys.Where(place => !cells.ContainsKey(place)).Select(place => $"{file}: {place}: is missing"),
        .. cells.Where(cell => !expected.ContainsKey(cell.Key)).Select(cell => $"{file}: {cell.Key}: {cell.Value} is not in the edition"),
        .. cells.Where(cell => expected.TryGetValue(cell.Key, out var is_) && !is_.IsShownBy(cell.Value)).Select(cell => $"{file}: {cell.Key}: {cell.Value} instead of {expected[cell.Key]}"),
    ];
}
