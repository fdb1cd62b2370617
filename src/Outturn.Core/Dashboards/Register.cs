using Outturn.Core.Indicators;
using Outturn.Core.People;

namespace Outturn.Core.Dashboards;

/// <summary>A council's register and figures as known today, consistent: every name in it resolves.</summary>
/// <param name="Texts">The analyst's own paragraphs, by place in the paper (see <see cref="Papers.TextPlace"/>).</param>
public sealed record Register(
    Council Council,
    IReadOnlyList<Post> Posts,
    IReadOnlyList<Service> Services,
    IReadOnlyList<Committee> Committees,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<IndicatorHistory> Indicators,
    IReadOnlyDictionary<string, string> Texts);
