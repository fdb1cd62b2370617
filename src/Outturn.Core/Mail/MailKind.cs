namespace Outturn.Core.Mail;

/// <summary>What a message is about. The numbers are kept in stores, and never change.</summary>
public enum MailKind
{
    /// <summary>Figures that somebody owes.</summary>
    Reminder = 0,

    /// <summary>Figures that were returned to whoever sent them.</summary>
    Returned = 1,

    /// <summary>A section of a report that waits for somebody's signature.</summary>
    SignOff = 2,

    /// <summary>A report that was issued.</summary>
    Release = 3,

    /// <summary>An issued report that was corrected or withdrawn.</summary>
    Correction = 4,

    /// <summary>Whether mail arrives at all.</summary>
    Test = 5,
}

public static class MailKinds
{
    private static readonly string[] Names = ["reminder", "returned figures", "sign-off request", "release notice", "correction notice", "test"];

    private static readonly int[] Days = [2, 7, 7, 7, 7, 1];

    public static IReadOnlyList<MailKind> All { get; } = Enum.GetValues<MailKind>();

    /// <summary>As pages name it.</summary>
    public static string Name(this MailKind kind) => Names[(int)kind];

    /// <summary>For so many days it is worth sending: a reminder that comes a week late misleads.</summary>
    public static int DaysWorthSending(this MailKind kind) => Days[(int)kind];
}
