using Outturn.Core.Release;
using Outturn.Reports.Issued;

namespace Outturn.Public.Site;

/// <summary>All that has been issued, as of one state of the public store; made once for each, and not changed.</summary>
internal sealed class PublicSite
{
    private readonly Dictionary<string, PublicIndicator> byRef;
    private readonly Dictionary<string, PublicPaper> byName;

    public PublicSite(PublicHead head, IReadOnlyList<StoredEdition> stored, IReadOnlyDictionary<string, IssuedEdition> contents)
    {
        Head = head;
        Papers = PublishedRevisions.Told([.. stored.GroupBy(edition => edition.Paper).Select(editions => Paper(editions.Key, [.. editions.OrderBy(edition => edition.Number)], contents))]);
        byName = Papers.ToDictionary(paper => paper.Name, StringComparer.OrdinalIgnoreCase);
        Editions = [.. Papers.SelectMany(paper => paper.Editions).OrderByDescending(edition => edition.Number)];
        Groups = [.. Papers.GroupBy(paper => paper.Group).OrderBy(group => group.Key is PublicPaper.WithdrawnReports ? 2 : group.Key is PublicPaper.OtherReports ? 1 : 0).ThenBy(group => group.Key, StringComparer.Ordinal).Select(papers => new PublicGroup(papers.Key, [.. papers.OrderByDescending(Day).ThenByDescending(paper => paper.Last.Number)]))];
        Revisions = [.. Editions.SelectMany(edition => edition.Revisions.Select(revision => new PublicRevision(edition, revision)))];
        byRef = Collect();
        Indicators = [.. byRef.Values.OrderBy(indicator => indicator.Ref, StringComparer.OrdinalIgnoreCase)];
        Frameworks = [.. Papers.Where(paper => paper.Whole?.Content?.Outcomes is not null).OrderByDescending(paper => paper.Whole!.Number)
            .DistinctBy(paper => paper.Whole!.Content!.Outcomes!.Framework).Select(paper => new PublicFramework(paper.Whole!.Content!.Outcomes!, paper.Whole!)).OrderBy(framework => framework.Name, StringComparer.Ordinal)];
        Newest = stored.OrderByDescending(edition => edition.Number).Select(edition => contents.GetValueOrDefault(edition.Digest)).FirstOrDefault(content => content is not null);
        Gone = new PublicGone(Papers);
        Files = Editions.SelectMany(edition => edition.Files.Select(file => (Edition: edition, File: file))).ToLookup(pair => pair.File.Digest, StringComparer.OrdinalIgnoreCase);
    }

    public PublicHead Head { get; }

    /// <summary>The newest content there is, a withdrawal's too: it says whose site this is and in which colour; null where nothing was issued yet.</summary>
    public IssuedEdition? Newest { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PublicEdition> Editions { get; }

    public IReadOnlyList<PublicPaper> Papers { get; }

    /// <summary>Committees and named reports, each with its papers.</summary>
    public IReadOnlyList<PublicGroup> Groups { get; }

    /// <summary>By ref.</summary>
    public IReadOnlyList<PublicIndicator> Indicators { get; }

    /// <summary>Those that a latest report has.</summary>
    public IEnumerable<PublicIndicator> Current => Indicators.Where(indicator => indicator.IsCurrent);

    /// <summary>What was published and is not any more.</summary>
    public PublicGone Gone { get; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<PublicRevision> Revisions { get; }

    /// <summary>The outcomes frameworks that the council's indicators were mapped to in public, each by its newest mapping.</summary>
    public IReadOnlyList<PublicFramework> Frameworks { get; }

    /// <summary>The metrics that an indicator stands to, and how.</summary>
    public IEnumerable<(PublicFramework Framework, IssuedMetric Metric, IssuedLink Link)> MetricsOf(string reference) =>
        from framework in Frameworks
        from metric in framework.Content.Metrics
        from link in metric.Indicators
        where link.Ref.Equals(reference, StringComparison.OrdinalIgnoreCase)
        select (framework, metric, link);

    /// <summary>The editions in which a file of that SHA-256 was issued.</summary>
    public ILookup<string, (PublicEdition Edition, PublicEditionFile File)> Files { get; }

    public string Council => Newest?.Council ?? "Performance";

    public PublicPaper? Find(string paper) => byName.GetValueOrDefault(paper);

    public PublicIndicator? Indicator(string reference) => byRef.GetValueOrDefault(reference);

    /// <summary>The last day that a report's figures cover, or the day of its issue.</summary>
    private static DateOnly Day(PublicPaper paper) => paper.Dashboard?.DataTo ?? UkDay.Of(paper.Last.IssuedAt);

    private static PublicPaper Paper(string name, IReadOnlyList<StoredEdition> editions, IReadOnlyDictionary<string, IssuedEdition> contents)
    {
        var withdrawn = editions.LastOrDefault(edition => edition.Kind == EditionKind.Withdrawal)?.Number ?? -1;
        var whole = editions.LastOrDefault(edition => edition.Kind.IsWhole());
        return new PublicPaper(name, [.. editions.Select(edition => new PublicEdition(
            edition.Number, edition.Paper, edition.Edition, edition.Kind, edition.IssuedAt, edition.Title, edition.Reason, edition.Digest, edition.Files,
            edition.Number < withdrawn ? PublicState.Withdrawn : edition == editions[^1] || edition == whole ? PublicState.Current : PublicState.Superseded,
            edition.Number <= withdrawn ? null : contents.GetValueOrDefault(edition.Digest),
            edition.Kind == EditionKind.Withdrawal ? contents.GetValueOrDefault(edition.Digest)?.Withdrawn : null, []))]);
    }

    private Dictionary<string, PublicIndicator> Collect()
    {
        var reported =
            from paper in Papers
            where paper.Newest?.Content?.Dashboard is not null
            from indicator in paper.Newest!.Content!.Dashboard!.Indicators
            select (Edition: paper.Newest!, Shown: indicator);
        var latest = Groups.Select(group => (group.Name, Edition: group.Latest?.Newest)).Where(group => group.Edition is not null).ToDictionary(group => group.Edition!.Number, group => group.Name);
        var revisions = Revisions.Where(revision => revision.Revision.Ref is not null).ToLookup(revision => revision.Revision.Ref!, StringComparer.OrdinalIgnoreCase);
        return reported.GroupBy(report => report.Shown.Ref, StringComparer.OrdinalIgnoreCase).Select(reports =>
        {
            List<(PublicEdition Edition, IssuedIndicator Shown)> all = [.. reports.OrderByDescending(report => report.Shown.LastDay).ThenByDescending(report => report.Edition.Number)];
            List<string> groups = [.. all.Where(report => latest.ContainsKey(report.Edition.Number)).Select(report => latest[report.Edition.Number]).Distinct()];
            return new PublicIndicator(all[0].Shown.Ref, all[0].Shown, all[0].Edition, groups.Count > 0, groups, all, PublicFigure.Of(all), [.. revisions[reports.Key]]);
        }).ToDictionary(indicator => indicator.Ref, StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>The reports of a committee, or those of one name.</summary>
/// <param name="Papers">Newest first.</param>
internal sealed record PublicGroup(string Name, IReadOnlyList<PublicPaper> Papers)
{
    /// <summary>The newest that was not withdrawn.</summary>
    public PublicPaper? Latest => Papers.FirstOrDefault(paper => paper.Whole is not null);

    /// <summary>The short name by which lists go.</summary>
    public string Short => Latest?.Dashboard is { Report: null, CommitteeShort: { } named } ? named : Name;
}
