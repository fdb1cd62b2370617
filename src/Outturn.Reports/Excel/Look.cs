namespace Outturn.Reports.Excel;

/// <summary>What a cell is, as a cell style of the workbook: somebody who restyles the workbook changes the style once.</summary>
internal enum Role
{
    Normal,
    Title,
    Heading,
    Link,
    Header,
    Cell,
    Green,
    Amber,
    Red,
    NotRated,
}

/// <summary>How a cell looks: its role, and what differs from cell to cell within a role.</summary>
/// <param name="Format">A number format, or null for text as it stands.</param>
/// <param name="Typed">Marked as typed text, so that editing a cell that begins with = does not make a formula of it.</param>
/// <param name="Wrap">Text continues on the next line instead of running over the cells beside it.</param>
internal readonly record struct Look(Role Role, Align Align = Align.Left, string? Format = null, bool Typed = false, bool Wrap = true);
