using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Core.Dashboards;

/// <summary>Which of a KPI's two ratings a dashboard counts (RULES, "What is counted").</summary>
public enum RatingCounted
{
    Latest,
    YearToDate,
}

/// <summary>A council and the rules it has chosen.</summary>
/// <param name="Name">As it is printed.</param>
/// <param name="Code">Its area code or short name.</param>
public sealed record Council(string Name, string Code)
{
    public const string StandardColour = "#1f3a5f";

    /// <summary>A line to be read before anything else: a fictional council says so.</summary>
    public string? Notice { get; init; }

    public RatingCounted Counted { get; init; } = RatingCounted.Latest;

    public DirectionMethod Direction { get; init; } = DirectionMethod.Previous;

    /// <summary>The rule for floors that are not stated, or null where each is.</summary>
    public ToleranceRule? Tolerance { get; init; }

    /// <summary>Who may read the paper: "Unrestricted".</summary>
    public string Classification { get; init; } = "Unrestricted";

    /// <summary>Whether its papers are open to the public; a classification that nobody here knows is taken to be restricted.</summary>
    public bool IsPublic => OpenWords.Contains(Classification.Trim(), StringComparer.OrdinalIgnoreCase);

    private static readonly string[] OpenWords = ["Unrestricted", "Public", "Open", "For publication", "Part 1"];

    /// <summary>Main colour as #rrggbb, dark enough for white text.</summary>
    public string Colour { get; init; } = StandardColour;

    /// <summary>The file name of the house's Word template, or null for ours.</summary>
    public string? Template { get; init; }
}
