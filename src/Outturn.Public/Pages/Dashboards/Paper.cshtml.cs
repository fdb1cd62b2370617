using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Release;
using Outturn.Public.Parts;
using Outturn.Public.Site;
using Outturn.Reports.Issued;

namespace Outturn.Public.Pages;

/// <summary>A report: its newest whole edition, or one edition at the address that it keeps.</summary>
internal sealed class PaperModel : PublicPage
{
    public const string Activity = "Activity";

    private static readonly string[] Names = [.. PublicIndicator.Ratings, Activity];

    public PublicPaper Paper { get; private set; } = null!;

    public PublicEdition Edition { get; private set; } = null!;

    /// <summary>Whether it was asked for by the number of the edition.</summary>
    public bool IsPermanent { get; private set; }

    public override string Title => Edition.Title;

    public override string Section => "/dashboards";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/"), ("Dashboards", "/dashboards"), .. IsPermanent ? [(Paper.Title, Addresses.Dashboard(Paper.Name))] : ((string, string)[])[]];

    /// <summary>As the edition prints them; of an issue, the figures that other reports have printed otherwise.</summary>
    public IReadOnlyList<Revision> Changes => Edition.Kind == EditionKind.Issue ? Edition.Revisions : Edition.Content!.Revisions;

    /// <summary>What is other than in the report before; of the newest edition alone, and null where there is no report before.</summary>
    public PublicChanges? Since => Edition == Paper.Whole && Now.Groups.FirstOrDefault(group => group.Papers.Contains(Paper)) is { } group ? PublicChanges.Of(Paper, group) : null;

    /// <summary>Reds first.</summary>
    public IEnumerable<(string Name, IReadOnlyList<IssuedIndicator> Rows)> Parts =>
        Names.Select((name, place) => (name, (IReadOnlyList<IssuedIndicator>)[.. Edition.Content!.Dashboard!.Indicators.Where(indicator => PublicIndicator.PlaceOf(indicator) == place)])).Where(part => part.Item2.Count > 0);

    /// <summary>The tables of a report that is no dashboard; the metrics of a mapping have pages of their own.</summary>
    public IEnumerable<IssuedTable> Tables => Edition.Content!.Outcomes is null ? Edition.Content.Tables : Edition.Content.Tables.Where(table => !table.Name.StartsWith("Outcome_", StringComparison.Ordinal));

    public static string Anchor(string part) => part.ToLowerInvariant().Replace(' ', '-');

    public IActionResult OnGet(string paper, int? edition)
    {
        if (Now.Find(paper) is not { } found)
        {
            return NotFound();
        }

        (Paper, IsPermanent) = (found, edition is not null);
        if ((edition is { } number ? found.Editions.FirstOrDefault(known => known.Edition == number) : found.Whole ?? found.Last) is not { } chosen)
        {
            return NotFound();
        }

        if (found.Name != paper)
        {
            return RedirectPermanent(IsPermanent ? chosen.Address : Addresses.Dashboard(found.Name));
        }

        Edition = chosen;
        if (chosen.Content is null)
        {
            Response.StatusCode = StatusCodes.Status410Gone;
        }

        return Page();
    }
}
