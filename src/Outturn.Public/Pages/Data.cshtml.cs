using Outturn.Public.Parts;

namespace Outturn.Public.Pages;

/// <summary>What can be had as data, and how programs ask for it.</summary>
internal sealed class DataModel(PublicOptions options) : PublicPage
{
    public static readonly (string Address, string What)[] Routes =
    [
        ("/api/v1/indicators", "Indicators. Narrowed by q, service, report, rating, kind, current."),
        ("/api/v1/indicators/{reference}", "One with its definition, figures, levels, words and revisions."),
        ("/api/v1/indicators/{reference}/series", "Its figures by period, with the levels that held."),
        ("/api/v1/dashboards", "Reports. Narrowed by report, year."),
        ("/api/v1/dashboards/{paper}", "One with its counts, indicators and editions."),
        ("/api/v1/editions", "Issues, corrections, supplements and withdrawals. Narrowed by paper, kind."),
        ("/api/v1/editions/{number}", "One with its files."),
        ("/api/v1/revisions", "What was changed after it was published. Narrowed by ref, paper, since (a day, as 2026-11-12)."),
    ];

    public override string Title => "Data";

    public override string Section => "/data";

    public override IReadOnlyList<(string Text, string Address)> Way => [("Home", "/")];

    public int PerMinute => options.PerMinute;
}
