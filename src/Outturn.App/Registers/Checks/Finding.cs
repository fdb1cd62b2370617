namespace Outturn.App.Registers.Checks;

/// <summary>Something that somebody should look at, and the part of the register that it is about.</summary>
/// <param name="Part">What the finding is about, which knows its row; or the shape of a file.</param>
/// <param name="Reason">What is odd, and what to do about it.</param>
internal readonly record struct Finding(Severity Severity, object Part, string? Column, string Reason)
{
    public static Finding Error(object part, string? column, string reason) => new(Severity.Error, part, column, reason);

    public static Finding Warning(object part, string? column, string reason) => new(Severity.Warning, part, column, reason);

    public static Finding Note(object part, string? column, string reason) => new(Severity.Note, part, column, reason);
}
