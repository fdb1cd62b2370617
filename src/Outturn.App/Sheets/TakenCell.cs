using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>A cell of a sheet that says something of an indicator.</summary>
/// <param name="Ref">The indicator's, the one that was made for it where it has none.</param>
/// <param name="Period">Of what is said of a period, in the indicator's own frequency.</param>
internal sealed record TakenCell(SheetCell Cell, string Ref, Role Role, Period? Period)
{
    /// <summary>Whether the sheet itself gives the ref.</summary>
    public bool IsRefGiven { get; private init; }

    public static IEnumerable<TakenCell> Of(IndicatorDraft draft, Frequency frequency) =>
    [
        new(draft.First, draft.Ref!, Role.Title, null) { IsRefGiven = draft.GivenRef is not null },
        .. draft.Texts.Select(text => new TakenCell(text.Cell, draft.Ref!, text.Role, null)),
        .. draft.Cells.Select(cell => new TakenCell(cell.Cell, draft.Ref!, cell.Role, RowPeriod.As(frequency, cell.Period) ?? cell.Period)),
        .. draft.Loose.Select(loose => new TakenCell(loose.Cell, draft.Ref!, loose.Role, null)),
    ];
}
