using Outturn.Core.Release;
using Outturn.Reports.Issued;

namespace Outturn.Public.Site;

/// <summary>What became of an edition since it was issued.</summary>
internal enum PublicState
{
    /// <summary>It is what holds now: the newest whole report, or a supplement to it.</summary>
    Current,

    /// <summary>A correction, or a later supplement, took its place.</summary>
    Superseded,

    /// <summary>Its report was taken back.</summary>
    Withdrawn,
}

/// <summary>An edition of a report as it was made public.</summary>
/// <param name="Number">Its place among all that the council has issued.</param>
/// <param name="Paper">The report's name, which is its address too.</param>
/// <param name="Edition">From 1 for each report.</param>
/// <param name="IssuedAt">UTC.</param>
/// <param name="Digest">SHA-256 of its canonical JSON.</param>
/// <param name="Content">Null once its report was withdrawn, and for the withdrawal itself.</param>
/// <param name="Withdrawn">For a withdrawal, what the report had; null for any other.</param>
/// <param name="Revisions">What it made public that was published otherwise before, in its own report or another.</param>
internal sealed record PublicEdition(
    long Number, string Paper, int Edition, EditionKind Kind, DateTime IssuedAt, string Title, string? Reason, string Digest, IReadOnlyList<PublicEditionFile> Files, PublicState State, IssuedEdition? Content, IssuedWithdrawn? Withdrawn,
    IReadOnlyList<Revision> Revisions)
{
    public string Address => $"{Addresses.Dashboard(Paper)}/editions/{Edition}";

    /// <summary>Whether it changed what had been published.</summary>
    public bool IsChange => Kind != EditionKind.Issue || Revisions.Count > 0;

    /// <summary>"Edition 2, a correction".</summary>
    public string Name => Kind switch
    {
        EditionKind.Issue => $"Edition {Edition}",
        EditionKind.Correction => $"Edition {Edition}, a correction",
        EditionKind.Supplement => $"Edition {Edition}, a supplement",
        _ => $"Edition {Edition}, a withdrawal",
    };
}

/// <summary>A report with all its editions.</summary>
/// <param name="Editions">In the order in which they were issued.</param>
internal sealed record PublicPaper(string Name, IReadOnlyList<PublicEdition> Editions)
{
    public PublicEdition Last => Editions[^1];

    /// <summary>The edition that took the report back, where that is how it stands.</summary>
    public PublicEdition? Withdrawal => Last.Kind == EditionKind.Withdrawal ? Last : null;

    /// <summary>The withdrawal that took an edition away, or that it is; null for one that can be read. A report that was put right since may be taken back again, for another reason.</summary>
    public PublicEdition? TakenBackBy(PublicEdition edition) =>
        edition.Content is null ? Editions.FirstOrDefault(other => other.Kind == EditionKind.Withdrawal && other.Number >= edition.Number) : null;

    /// <summary>The newest whole edition; null for a report that was withdrawn.</summary>
    public PublicEdition? Whole => Withdrawal is null ? Editions.LastOrDefault(edition => edition.Kind.IsWhole() && edition.Content is not null) : null;

    /// <summary>What arrived since the newest whole edition: the latest supplement, or null.</summary>
    public PublicEdition? Supplement => Withdrawal is null && Last is { Kind: EditionKind.Supplement, Content: not null } last ? last : null;

    /// <summary>The figures as they are known now: those of the supplement, where there is one.</summary>
    public PublicEdition? Newest => Supplement ?? Whole;

    /// <summary>Its title, which a correction may change.</summary>
    public string Title => Whole?.Title ?? Editions.Last(edition => edition.Kind != EditionKind.Withdrawal || Editions.Count == 1).Title;

    public IssuedDashboard? Dashboard => Whole?.Content?.Dashboard;

    /// <summary>The dashboard with the figures that have arrived since.</summary>
    public IssuedDashboard? Known => Newest?.Content?.Dashboard;

    /// <summary>Whose report it is, in the words of a list.</summary>
    public string Group => (Dashboard ?? Editions.Select(edition => edition.Content?.Dashboard).LastOrDefault(dashboard => dashboard is not null)) is { } dashboard
        ? dashboard.Report ?? dashboard.Committee ?? OtherReports
        : Whole?.Content?.Outcomes is { } outcomes ? outcomes.Framework
        : Withdrawal is null ? OtherReports : WithdrawnReports;

    /// <summary>Reports that carry no rated indicators.</summary>
    public const string OtherReports = "Other reports";

    /// <summary>Of what was withdrawn nothing is left that says whose it was.</summary>
    public const string WithdrawnReports = "Withdrawn reports";
}
