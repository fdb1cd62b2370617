using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Core.Indicators;

namespace Outturn.App.Reconcile;

/// <summary>A figure as it was printed, with the decimals it was printed with.</summary>
/// <param name="Value">Null where the cell says that there is none, or cannot be read.</param>
/// <param name="Refusal">Why the cell cannot be read, or null.</param>
internal readonly record struct PrintedFigure(decimal? Value, int Decimals, string? Refusal)
{
    /// <summary>Reads 94.2%, "£1,234", "94.2% (provisional)" and "94.2 [p]"; "n/a" and a last figure of another period are none.</summary>
    public static PrintedFigure Read(SheetCell cell, Unit unit)
    {
        var text = cell.Text;
        if (text.IndexOf('(') is > 0 and var bracket)
        {
            if (text.AsSpan(bracket).Contains("last figure", StringComparison.OrdinalIgnoreCase))
            {
                return default;
            }

            text = text[..bracket].Trim();
        }

        if (text.Length == 0 || SheetWords.IsAwaited(text) || SheetWords.IsNotAvailable(text) || SheetWords.IsNoLevel(text) || text.Equals("no figure", StringComparison.OrdinalIgnoreCase))
        {
            return default;
        }

        var bare = SheetWords.Level(text).Number;
        foreach (var name in (string[])[unit.Name, bare.EndsWith('%') ? "%" : bare.Contains('£') ? "£" : Unit.Number])
        {
            if (ValueText.Parse(bare, name) is { Refusal: null } read)
            {
                return new PrintedFigure(read.Value, read.Value?.Scale ?? 0, null);
            }
        }

        return bare.EndsWith(unit.Label, StringComparison.OrdinalIgnoreCase) && unit.Label.Length > 0 && ValueText.Parse(bare.AsSpan(0, bare.Length - unit.Label.Length)) is { Refusal: null } labelled
            ? new PrintedFigure(labelled.Value, labelled.Value?.Scale ?? 0, null)
            : cell.Content.Number is { } number ? new PrintedFigure(number, Unit.DecimalsOf(number), null)
            : new PrintedFigure(null, 0, ValueText.Parse(bare, unit.Name).Refusal);
    }
}
