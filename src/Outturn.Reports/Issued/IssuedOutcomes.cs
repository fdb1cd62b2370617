namespace Outturn.Reports.Issued;

/// <summary>How an outcomes framework and the council's indicators line up, as it was made public.</summary>
/// <param name="Totals">What the publisher states, and what is held: "Stated: 132 metrics …. Held here: 116 metrics …."</param>
/// <param name="Summary">How far its metrics are covered, in a sentence.</param>
/// <param name="Area">The council's area, for which figures are published; null where there is none.</param>
/// <param name="Among">The similar councils that it is set beside, who says so, and what places do not say; null where it is beside nobody.</param>
/// <param name="Metrics">Each once, though it serves several outcomes.</param>
public sealed record IssuedOutcomes(
    string Framework, string Edition, string Totals, string Summary, string? Area, string? Among, IReadOnlyList<IssuedOutcome> Outcomes, IReadOnlyList<IssuedMetric> Metrics);

/// <param name="IsContext">It is for context: no priority that councils are held to.</param>
/// <param name="Coverage">"Seven metrics: 2 own indicator, 5 no indicator."</param>
/// <param name="Position">Where the council stands on its metrics, in words; null where nothing is published.</param>
/// <param name="Metrics">Their ids, in the framework's order.</param>
public sealed record IssuedOutcome(int Number, string Name, string Ambition, bool IsContext, string Coverage, string? Position, IReadOnlyList<string> Metrics);

/// <param name="Kind">outcome or output.</param>
/// <param name="Covered">How far the council's own indicators cover it, in words.</param>
/// <param name="Why">Where none does: the reason; null where nobody has said.</param>
/// <param name="Published">Null where no figure of the council's area is held.</param>
public sealed record IssuedMetric(string Id, string Title, string Kind, string? Publisher, bool IsMeasurable, string Covered, string? Why, IReadOnlyList<IssuedLink> Indicators, IssuedPublished? Published);

/// <summary>An indicator of the council that stands to a metric.</summary>
/// <param name="Relation">same, near, proxy, contributes.</param>
/// <param name="Note">How it differs.</param>
public sealed record IssuedLink(string Ref, string Title, string Relation, string? Note);

/// <summary>The published figure of the council's area in its latest period, and those of similar councils.</summary>
/// <param name="Sentence">Value, period, age, place and median in words; never a colour.</param>
/// <param name="Places">Our area first, then the others that have a value.</param>
/// <param name="OverTime">The earliest first.</param>
public sealed record IssuedPublished(
    string Sentence, string Brief, string Series, string? Publisher, DateOnly? PublishedOn, string Period, string Unit, int Decimals, decimal? Median, IReadOnlyList<IssuedPlace> Places, IReadOnlyList<IssuedPlaceInTime> OverTime);

/// <param name="Code">The area's, as the Office for National Statistics gives it.</param>
public sealed record IssuedPlace(string Code, string Area, decimal Value, string Shown);

/// <param name="Median">Of the similar councils, our own left out.</param>
public sealed record IssuedPlaceInTime(string Period, decimal? Ours, decimal? Median);
