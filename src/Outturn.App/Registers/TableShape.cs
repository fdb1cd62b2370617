namespace Outturn.App.Registers;

/// <summary>A table of a council's folder: its file, its columns, and what each of them means.</summary>
/// <param name="Holds">What one row of it is.</param>
/// <param name="IsNeeded">Whether a folder without it is no council's folder.</param>
public sealed record TableShape(string File, string Holds, bool IsNeeded, IReadOnlyList<ColumnShape> Columns);

/// <param name="Meaning">What to write there, and what a blank cell means.</param>
/// <param name="IsNeeded">Whether a table without the column is refused.</param>
public sealed record ColumnShape(string Name, string Meaning, bool IsNeeded = false);
