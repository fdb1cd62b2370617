using Outturn.Core.Indicators;

namespace Outturn.Reports;

public enum LineKind
{
    /// <summary>The indicator's own figures: solid, with markers.</summary>
    Actual,

    /// <summary>The same months a year before: thin and grey.</summary>
    PreviousYear,

    /// <summary>Dashed.</summary>
    Target,

    /// <summary>Dotted.</summary>
    Floor,

    /// <summary>Lower limit of an activity's expected range; with <see cref="Upper"/> it is drawn as a band.</summary>
    Lower,

    Upper,
}

/// <summary>One line of a chart; a gap where there is no figure.</summary>
public sealed record Line(string Name, LineKind Kind, IReadOnlyList<decimal?> Values);

/// <summary>A line chart of one indicator over its periods, with target and floor, or with its expected range.</summary>
/// <param name="Name">Unique in the document: letters, digits and underscores, beginning with a letter.</param>
/// <param name="Title">Ref and title of the indicator.</param>
/// <param name="Description">Alt text: what the chart shows and what it comes to, in words.</param>
/// <param name="Periods">The labels along the bottom, oldest first.</param>
/// <param name="BreakBefore">Index of the period at which the definition changed (drawn as a break), or null.</param>
public sealed record Chart(
    string Name,
    string Title,
    string Description,
    IReadOnlyList<string> Periods,
    IReadOnlyList<Line> Lines,
    Unit Unit,
    int Decimals,
    int? BreakBefore = null) : Block;
