namespace Outturn.Core.Dashboards;

/// <summary>What a named set of indicators is made into.</summary>
public enum ReportKind
{
    Dashboard,
    Quarterly,
}

public static class ReportKinds
{
    public static ReportKind? Read(string text) => text.Trim().ToLowerInvariant() switch
    {
        "dashboard" => ReportKind.Dashboard,
        "quarterly" or "quarterly report" => ReportKind.Quarterly,
        _ => null,
    };

    /// <summary>The word that files use.</summary>
    public static string Name(this ReportKind kind) => kind == ReportKind.Dashboard ? "dashboard" : "quarterly";
}

/// <summary>A named set of indicators; each says itself which sets carry it. A committee's own dashboard needs none.</summary>
/// <param name="Name">As the title of its paper prints it.</param>
/// <param name="Committee">Whom it goes to, with that committee's meetings and texts; null where it goes to no single one.</param>
/// <param name="Order">Its place among the reports, from 1.</param>
public sealed record Report(string Name, ReportKind Kind, Committee? Committee, int Order);
