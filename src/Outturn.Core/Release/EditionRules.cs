using Outturn.Core.Dashboards;
using Outturn.Core.People;

namespace Outturn.Core.Release;

/// <summary>A section that somebody has to sign off.</summary>
/// <param name="Post">The post that answers for it, as the register names it.</param>
public sealed record SectionToSign(string Service, Role Role, Post Post);

/// <summary>Who may take an edition which step on its way, and what stands in the way; each refusal says what to do.</summary>
public static class EditionRules
{
    /// <summary>What is asked of whoever records a sign-off for somebody else.</summary>
    public const string SayForWhom = "Say who signed it off, and where that can be seen: an e-mail of 3 July, say.";

    /// <summary>What has to be signed off: each service's section by its director and its cabinet member, where the register names them.</summary>
    public static IReadOnlyList<SectionToSign> Sections(Dashboard dashboard) =>
    [
        .. dashboard.Services.SelectMany(service => new (Role Role, Post? Post)[] { (Role.Director, service.Service.Director), (Role.CabinetMember, service.Service.CabinetMember) }
            .Where(signer => signer.Post is not null)
            .Select(signer => new SectionToSign(service.Service.Name, signer.Role, signer.Post!))),
    ];

    /// <summary>The sections that nobody has signed off as they are now.</summary>
    /// <param name="digests">Of each service's section now.</param>
    public static IReadOnlyList<SectionToSign> StillToSign(EditionLife edition, IReadOnlyList<SectionToSign> sections, IReadOnlyDictionary<string, string> digests) =>
        [.. sections.Where(section => !edition.SignOffs.Any(said => said.Service == section.Service && said.Role == section.Role && said.SectionDigest == digests.GetValueOrDefault(section.Service)))];

    /// <summary>Why an edition takes none of the steps by which content comes to the public; null where it may: a withdrawal is proposed by one and confirmed by another, and has none.</summary>
    public static string? ContentRefusal(EditionLife edition) =>
        edition is { Kind: EditionKind.Withdrawal, IsIssued: false } ? "It is a withdrawal: somebody other than who proposed it confirms it, or it is given up." : null;

    /// <summary>For the public, and on the pages of the site for good.</summary>
    private const int LongestReason = 2000;

    public static string? SendRefusal(EditionLife edition) => edition.State switch
    {
        EditionState.Draft or EditionState.InReview => null,
        EditionState.Issued => "It is issued: what is wrong in it is put right by a correction.",
        _ => $"It is {edition.State.Text().ToLowerInvariant()} already: take it back first.",
    };

    public static string? TakeBackRefusal(EditionLife edition, string? why) =>
        edition.IsIssued ? "It is issued and stays so: what is wrong in it is put right by a correction."
        : edition.State == EditionState.Draft ? "It is a draft already."
        : string.IsNullOrWhiteSpace(why) ? "Say why it is taken back: those who signed it off will ask."
        : null;

    /// <param name="onBehalf">Who said it and where, when somebody else records it.</param>
    public static string? SignOffRefusal(EditionLife edition, IReadOnlyList<SectionToSign> sections, string service, Role role, Person who, string? onBehalf)
    {
        if (edition.State != EditionState.InReview)
        {
            return $"Sections are signed off while the report is in review; it is {edition.State.Text().ToLowerInvariant()}.";
        }

        if (!sections.Any(section => section.Service == service && section.Role == role))
        {
            var asked = sections.Where(section => section.Role == role).Select(section => section.Service).ToList();
            return $"Nobody is asked to sign off {service} as {role.Name()}{(asked.Count == 0 ? "" : $": there {(asked.Count == 1 ? "is" : "are")} {Papers.Words.List(asked)}")}.";
        }

        return who.Is(role) && who.Has(service) ? null
            : !who.Is(Role.Analyst, Role.Administrator) ? $"{service} is signed off by its {role.Name()}."
            : string.IsNullOrWhiteSpace(onBehalf) ? SayForWhom
            : null;
    }

    /// <param name="blocking">Errors of the checklist that nobody answers for, a sentence each.</param>
    public static IReadOnlyList<string> SignAllRefusals(EditionLife edition, IReadOnlyList<SectionToSign> toSign, IReadOnlyList<string> blocking) =>
        edition.State != EditionState.InReview ? [edition.State == EditionState.Draft ? "Send it for review first." : $"It is {edition.State.Text().ToLowerInvariant()} already."]
        : [.. blocking, .. toSign.Select(section => $"{section.Service} is not signed off by its {section.Role.Name()} ({section.Post.Title}).")];

    /// <param name="content">Digest of the paper as it is now.</param>
    public static string? ScheduleRefusal(EditionLife edition, string who, string content, DateTime releaseAt, DateTime now) =>
        ContentRefusal(edition) is { } withdrawal ? withdrawal
        : edition.State == EditionState.Scheduled ? "It is scheduled already: take it back first, or wait."
        : edition.State != EditionState.SignedOff ? "It is not signed off yet."
        : Person.IsSame(edition.PreparedBy, who) ? "You signed it off yourself: somebody else releases it."
        : edition.ContentDigest != content ? "Its figures or words have changed since it was signed off: take it back, look at what has changed, and sign it off anew."
        : releaseAt < now.AddMinutes(-1) ? "The release time is over: choose another."
        : null;

    /// <summary>Why another edition cannot be begun.</summary>
    public static string? BeginRefusal(ReportLife report, EditionKind kind, string? reason) =>
        report.OnItsWay is { } open ? $"Edition {open.Number} is on its way ({open.State.Text().ToLowerInvariant()}): it is issued or given up first."
        : report.LastIssued is null ? "Nothing of it is issued yet: change the draft."
        : report.IsWithdrawn && kind != EditionKind.Correction ? "It is withdrawn: only a correction can take its place."
        : kind == EditionKind.Issue ? "It is issued once; what comes after is a correction, a supplement or a withdrawal."
        : kind == EditionKind.Supplement && report.Subject != PaperSubject.Dashboard ? "A supplement brings figures that arrived late, and this paper has none of its own: correct it."
        : string.IsNullOrWhiteSpace(reason) ? "Say why, in words for the public: they stand beside it for good."
        : reason.Length > LongestReason ? $"The reason has {reason.Length:N0} letters, and {LongestReason:N0} is the most: it stands at the top of pages and papers."
        : null;

    /// <summary>Why an edition that has not been issued cannot be given up.</summary>
    public static string? GiveUpRefusal(EditionLife edition, string? why) =>
        edition.IsIssued ? "It is issued and stays so."
        : edition.State == EditionState.Scheduled ? "It is scheduled: take it back first."
        : string.IsNullOrWhiteSpace(why) ? "Say why it is given up: the audit trail keeps it."
        : null;
}
