using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;

namespace Outturn.Core.Papers;

/// <summary>The places in a paper where the analyst's own paragraphs stand; a text's file is named after its place.</summary>
public static class TextPlace
{
    /// <summary>After the introduction.</summary>
    public const string Introduction = "introduction";

    /// <summary>After the counts of the performance dashboard section.</summary>
    public const string Performance = "performance";

    /// <summary>At the top of the dashboard itself.</summary>
    public const string Dashboard = "dashboard";

    /// <summary>Before next year's proposals.</summary>
    public const string Proposals = "proposals";

    public const string ServicePrefix = "service-";

    /// <summary>Under the heading of a service: "service-governance-and-law".</summary>
    public static string Of(Service service) => ServicePrefix + Slug(service.Name);

    /// <summary>A place in the papers of one committee alone: "housing-panel/performance".</summary>
    public static string For(Committee committee, string place) => $"{Slug(committee.ShortName)}/{place}";

    /// <summary>Small letters and digits with single hyphens between: "Finance, Revs and Bens" is finance-revs-and-bens.</summary>
    public static string Slug(string name) =>
        string.Join('-', new string([.. name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
