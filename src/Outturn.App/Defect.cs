using System.Text;

namespace Outturn.App;

public enum Severity
{
    /// <summary>What was sent cannot be taken until this is put right.</summary>
    Error,

    /// <summary>It can be taken; somebody should look.</summary>
    Warning,

    /// <summary>Nothing is wrong; whoever answers for it should know that it is so.</summary>
    Note,
}

/// <summary>One thing wrong with what was sent: where it stands, and what to do about it.</summary>
/// <param name="Source">The file, or the file and the sheet or table in it.</param>
/// <param name="Row">The line of a text file or the row of a sheet, as its reader sees it; null when the whole source is meant.</param>
/// <param name="Column">The column's name as written in the header.</param>
/// <param name="Reason">A sentence that says what is wrong and, where it can, what to write instead.</param>
public sealed record Defect(Severity Severity, string Source, int? Row, string? Column, string Reason)
{
    public static Defect Error(string source, string reason) => new(Severity.Error, source, null, null, reason);

    public static Defect Error(string source, int row, string reason) => new(Severity.Error, source, row, null, reason);

    public static Defect Warning(string source, string reason) => new(Severity.Warning, source, null, null, reason);

    /// <summary>As lists of defects print it: observations.csv, row 17, column "value": "£3k" is not a number: write 3000.</summary>
    public override string ToString()
    {
        var line = new StringBuilder(Source);
        if (Row is { } row)
        {
            line.Append(", row ").Append(row);
        }

        if (Column is { } column)
        {
            line.Append(", column \"").Append(column).Append('"');
        }

        return line.Append(": ").Append(Reason).ToString();
    }
}
