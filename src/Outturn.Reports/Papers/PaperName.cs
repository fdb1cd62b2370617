using Outturn.Core.Dashboards;
using Outturn.Core.National;
using Outturn.Core.Papers;
using Outturn.Core.Periods;

namespace Outturn.Reports.Papers;

/// <summary>The file names of papers, without ending: safe in every file system, and the same however many papers are asked for.</summary>
public static class PaperName
{
    private const int LongestSlug = 80;

    /// <summary>policy-and-resources-2019-20; of committees whose short names come to the same, the later ones are numbered.</summary>
    public static string Of(Register register, Committee committee, string period)
    {
        var slug = Slug(committee.ShortName, "committee");
        var number = register.Committees.TakeWhile(other => other != committee).Count(other => Slug(other.ShortName, "committee") == slug) + 1;
        return $"{slug}-{TextPlace.Slug(period)}" + (number == 1 ? "" : $"-{number}");
    }

    /// <summary>corporate-report-2019-20; numbered like a committee's, behind the committees and the reports before it.</summary>
    public static string Of(Register register, Report report, string period)
    {
        var slug = Slug(report.Name, "report");
        var number = 1 + register.Committees.Count(committee => Slug(committee.ShortName, "committee") == slug)
            + register.Reports.TakeWhile(other => other != report).Count(other => Slug(other.Name, "report") == slug);
        return $"{slug}-{TextPlace.Slug(period)}" + (number == 1 ? "" : $"-{number}");
    }

    /// <summary>policy-and-resources-review-2026-27; review-2026-27 for the council as a whole.</summary>
    public static string OfReview(Register register, Committee? committee, Period year) =>
        committee is null ? $"review-{TextPlace.Slug(year.ToString())}" : Of(register, committee, $"review {year}");

    /// <summary>policy-and-resources-local-outcomes-framework-july-2026; without the committee for the council as a whole.</summary>
    public static string OfOutcomes(Register register, Committee? committee, FrameworkEdition framework) =>
        committee is null ? Slug($"{framework.Framework} {framework.Name}", "outcomes") : Of(register, committee, $"{framework.Framework} {framework.Name}");

    /// <summary>coverage-local-outcomes-framework-july-2026.</summary>
    public static string OfCoverage(FrameworkEdition framework) => Slug($"coverage {framework.Framework} {framework.Name}", "coverage");

    /// <summary>scorecard-jun-2019, for the sheet in scorecard.xlsx.</summary>
    public static string OfSheet(string path, string period) =>
        $"{Slug(Path.GetFileNameWithoutExtension(path), "sheet")}-{TextPlace.Slug(period)}";

    /// <summary>Why papers cannot be written into one folder under the house's names; null where they can.</summary>
    public static string? Refusal(IReadOnlyList<Paper> papers) =>
        papers.FirstOrDefault(paper => paper.HouseName is { Name: null }) is { } nameless ? $"{nameless.Document.Info.Title} has no file name. {nameless.HouseName!.Refusal}"
        : papers.GroupBy(paper => paper.FileStem, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } alike ? $"{alike.Count()} papers would have the file name \"{alike.Key}\": put {{committee}} or {{title}} into the pattern of file names."
        : null;

    /// <summary>The name by the house's pattern, or why there is none; null where the house has no pattern.</summary>
    public static PaperNaming? InHouseForm(Register register, PaperFacts facts) =>
        register.House.FileNames is not { } text ? null
        : FileNamePattern.Read(text, out var refusal) is { } pattern ? pattern.Of(facts)
        : new PaperNaming(null, refusal);

    private static string Slug(string name, string nameless) =>
        TextPlace.Slug(name) is { Length: > 0 } slug ? slug[..Math.Min(slug.Length, LongestSlug)] : nameless;
}
