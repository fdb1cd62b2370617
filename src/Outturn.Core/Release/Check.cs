namespace Outturn.Core.Release;

/// <summary>What is asked of a report before it is signed off. The names are kept in stores, and never change.</summary>
public enum Check
{
    NoMeeting,
    MissingSection,
    MissingText,
    RedWithoutAction,
    NotApproved,
    Stale,
    NumberContradicts,
    SuppressedTold,
    NotRated,
    Provisional,
    FewCases,
    Break,
    Level,
    LongCommentary,
    Late,
    TextMoved,
    NotAgreed,
    Unmapped,
    PublishedOtherwise,
    Unchanged,
}

/// <summary>Whether a finding stops the sign-off.</summary>
public enum CheckSeverity
{
    Error,
    Warning,
}

public static class Checks
{
    private static readonly (Check Check, string Name, CheckSeverity Severity, bool CanBeOverridden)[] All =
    [
        (Check.NoMeeting, "no-meeting", CheckSeverity.Error, false),
        (Check.MissingSection, "missing-section", CheckSeverity.Error, true),
        (Check.MissingText, "missing-text", CheckSeverity.Error, false),
        (Check.RedWithoutAction, "red-without-action", CheckSeverity.Error, true),
        (Check.NotApproved, "not-approved", CheckSeverity.Error, false),
        (Check.Stale, "stale", CheckSeverity.Error, true),
        (Check.NumberContradicts, "number-contradicts", CheckSeverity.Error, true),
        (Check.SuppressedTold, "suppressed-told", CheckSeverity.Error, false),
        (Check.NotRated, "not-rated", CheckSeverity.Warning, true),
        (Check.Provisional, "provisional", CheckSeverity.Warning, true),
        (Check.FewCases, "few-cases", CheckSeverity.Warning, true),
        (Check.Break, "break", CheckSeverity.Warning, true),
        (Check.Level, "level", CheckSeverity.Warning, true),
        (Check.LongCommentary, "long-commentary", CheckSeverity.Warning, true),
        (Check.Late, "late", CheckSeverity.Warning, true),
        (Check.TextMoved, "text-moved", CheckSeverity.Warning, true),
        (Check.NotAgreed, "not-agreed", CheckSeverity.Error, true),
        (Check.Unmapped, "unmapped", CheckSeverity.Warning, true),
        (Check.PublishedOtherwise, "published-otherwise", CheckSeverity.Warning, true),
        (Check.Unchanged, "unchanged", CheckSeverity.Warning, true),
    ];

    /// <summary>The name that stores and JSON use: red-without-action.</summary>
    public static string Name(this Check check) => All[(int)check].Name;

    public static CheckSeverity Severity(this Check check) => All[(int)check].Severity;

    /// <summary>Whether a finding can be left as it is for a reason that is kept: not where a paper has no day, no legal text, figures that nobody approved, or tells what must not be told.</summary>
    public static bool CanBeOverridden(this Check check) => All[(int)check].CanBeOverridden;

    public static Check? Read(string name) => All.Where(check => check.Name == name).Select(check => (Check?)check.Check).FirstOrDefault();
}
