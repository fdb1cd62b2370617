using Outturn.Reports.Issued;

namespace Outturn.Public.Parts;

/// <summary>How many are Red, Amber, Green and not rated; big on the dashboard's own page.</summary>
internal sealed record CountsPart(IssuedCounts Counts, bool IsBig = false);
