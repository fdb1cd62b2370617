using Outturn.App.Registers;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Web.Access;

namespace Outturn.Web.Release;

/// <summary>What a report on its way to the public means for papers that are made of the same figures: wherever one asks for them, they are a draft, and shut once it is signed off.</summary>
public static class Embargo
{
    public const string Mark = "Draft: not for publication";

    public const string Shut = "It is signed off: until it is public it is read by those who prepare and release it, and by whom they admit.";

    /// <summary>The report that a paper is of, where an edition of it is on its way; else null.</summary>
    /// <param name="report">The named report, or the edition of the framework; null for a committee's own.</param>
    public static ReportLife? OnItsWay(this CouncilNow now, PaperSubject subject, string? committee, string? report, DateOnly? dataTo = null) =>
        now.Lives.FirstOrDefault(life => life.OnItsWay is not null && life.Subject == subject && life.Report == report && (subject == PaperSubject.Dashboard && report is not null || life.Committee == committee) && (dataTo is null || life.DataTo == dataTo));

    /// <summary>Whether somebody may read the paper as it would be today: once it is signed off, only those who prepare it and those who release it.</summary>
    public static bool MayReadDraft(this Person person, EditionLife edition) =>
        person.May("/Reports/Draft") && (edition.State < EditionState.SignedOff || person.May("/Reports/Send") || person.May("/Reports/Schedule"));

    /// <summary>The paper as it may be handed out: marked as a draft until its report is public; null where it may not.</summary>
    /// <param name="life">The report that it is of; null where none is on its way.</param>
    public static T? Of<T>(T paper, ReportLife? life, Person person)
        where T : Paper =>
        life is null ? paper
        : !person.MayReadDraft(life.Last) ? null
        : life.LastIssued is not null ? paper
        : Marked(paper);

    public static T Marked<T>(T paper)
        where T : Paper => paper with { Name = $"draft-{paper.Name}", HouseName = null, Document = paper.Document with { Info = paper.Document.Info with { Mark = Mark } } };
}
