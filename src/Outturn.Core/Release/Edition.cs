namespace Outturn.Core.Release;

/// <summary>What an edition of a report is: the first is its issue, and what comes after says why.</summary>
public enum EditionKind
{
    /// <summary>The report as it was first made public.</summary>
    Issue,

    /// <summary>The whole report anew, because something in it was wrong.</summary>
    Correction,

    /// <summary>Figures that arrived after the issue, on one page; the report itself stands.</summary>
    Supplement,

    /// <summary>The report is taken back; what is left of it says why.</summary>
    Withdrawal,
}

public static class EditionKinds
{
    /// <summary>The word that files, addresses and stores use.</summary>
    public static string Name(this EditionKind kind) => kind.ToString().ToLowerInvariant();

    public static EditionKind? Read(string text) => Enum.GetValues<EditionKind>().Cast<EditionKind?>().FirstOrDefault(kind => kind!.Value.Name() == text);

    /// <summary>Whether the edition is a whole report, which takes the place of those before it.</summary>
    public static bool IsWhole(this EditionKind kind) => kind is EditionKind.Issue or EditionKind.Correction;
}

/// <summary>What an edition says of itself, before what is in it.</summary>
/// <param name="Paper">The report's name, as its files bear it: policy-and-resources-2025-26.</param>
/// <param name="Number">From 1 for each report.</param>
/// <param name="ReleaseAt">The instant (UTC) before which nobody reads it.</param>
/// <param name="Reason">Why there is another edition, in words for the public; null for an issue.</param>
public sealed record EditionHead(string Paper, int Number, EditionKind Kind, DateTime ReleaseAt, string? Reason);
