using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>What a sheet holds of one indicator, cell by cell, before any of it is understood.</summary>
internal sealed class IndicatorDraft(SheetCell first, string? reference, string title, string service)
{
    private readonly Dictionary<Role, SheetCell> texts = [];
    private readonly Dictionary<(Period Period, Role Role), SheetCell> cells = [];

    /// <summary>The cell that names it.</summary>
    public SheetCell First { get; } = first;

    /// <summary>Null until one is made for it.</summary>
    public string? Ref { get; set; } = reference;

    /// <summary>The ref that the sheet gives, or null.</summary>
    public string? GivenRef { get; } = reference;

    public string Title { get; } = title;

    public string Service { get; } = service;

    /// <summary>Cells that name no period and belong beside the last figure of their table.</summary>
    public List<(int Table, Role Role, SheetCell Cell)> Loose { get; } = [];

    public IEnumerable<(Period Period, Role Role, SheetCell Cell)> Cells => cells.Select(cell => (cell.Key.Period, cell.Key.Role, cell.Value));

    public IEnumerable<int> Tables => Loose.Select(loose => loose.Table).Distinct();

    /// <summary>The tables that have a row for it, with the year where the row names one.</summary>
    public HashSet<(int Table, Period? Year)> Rows { get; } = [];

    public IEnumerable<(Role Role, SheetCell Cell)> Texts => texts.Select(text => (text.Key, text.Value));

    public SheetCell? Text(Role role) => texts.GetValueOrDefault(role);

    /// <summary>Keeps what is said once of an indicator; the first time holds. Returns the first where this one differs.</summary>
    public SheetCell? AddText(Role role, SheetCell cell)
    {
        if (texts.TryAdd(role, cell))
        {
            return null;
        }

        return WrittenPeriod.Words(texts[role].Text) == WrittenPeriod.Words(cell.Text) ? null : texts[role];
    }

    /// <summary>Keeps what is said of one period. Returns the cell that said it before, where one did.</summary>
    public SheetCell? Add(Period period, Role role, SheetCell cell) =>
        cells.TryAdd((period, role), cell) ? null : cells[(period, role)];
}
