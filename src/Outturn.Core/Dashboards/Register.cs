using Outturn.Core.Indicators;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;
using Outturn.Core.Papers;
using Outturn.Core.People;
using Outturn.Core.Review;

namespace Outturn.Core.Dashboards;

/// <summary>A council's register and figures as known today, consistent: every name in it resolves.</summary>
/// <param name="Texts">
/// The analyst's own paragraphs, by place in the paper (see <see cref="TextPlace"/>); one for a single committee has that committee's name
/// and a slash before its place.
/// </param>
public sealed record Register(
    Council Council,
    IReadOnlyList<Post> Posts,
    IReadOnlyList<Service> Services,
    IReadOnlyList<Committee> Committees,
    IReadOnlyList<Meeting> Meetings,
    IReadOnlyList<IndicatorHistory> Indicators,
    IReadOnlyDictionary<string, string> Texts)
{
    /// <summary>The named sets of indicators, in their order.</summary>
    public IReadOnlyList<Report> Reports { get; init; } = [];

    /// <summary>Indicators that are proposed and not in the register yet: each with the sheet that is proposed, no figures, and its proposal.</summary>
    public IReadOnlyList<IndicatorHistory> Proposed { get; init; } = [];

    /// <summary>How its indicators stand to the metrics of the outcomes framework.</summary>
    public IReadOnlyList<MetricLink> Links { get; init; } = [];

    /// <summary>How papers look, what they are called, who signs them.</summary>
    public House House { get; init; } = new();
    /// <summary>The groups of similar councils that it has chosen itself, by name.</summary>
    public IReadOnlyList<OwnGroup> Groups { get; init; } = [];

    /// <summary>What was changed within years that were adopted, in the order in which it was.</summary>
    public IReadOnlyList<LaterChange> LaterChanges { get; init; } = [];

    /// <summary>The indicator of that ref, in capitals or not; null where there is none.</summary>
    public IndicatorHistory? Find(string reference) => Indicators.FirstOrDefault(history => history.Indicator.Ref.Equals(reference, StringComparison.OrdinalIgnoreCase));

    /// <summary>The day of a committee's next meeting, on a day or after it; null where none is known, or for no committee.</summary>
    public DateOnly? NextMeeting(Committee? committee, DateOnly day) => Meetings.Where(meeting => meeting.Committee == committee && meeting.Date >= day).Select(meeting => (DateOnly?)meeting.Date).Min();

    /// <summary>What is said where somebody names a committee that there is not.</summary>
    public string NoCommittee(string? name) =>
        $"There is no committee \"{name}\". There {(Committees.Count == 1 ? "is" : "are")}: {string.Join(", ", Committees.Select(committee => $"\"{committee.Name}\""))}.";

    /// <summary>What is said where a report is asked for that there is none of.</summary>
    public string NoReport(string name) => Reports.Count == 0
        ? $"There is no report \"{name}\": name it in reports.csv and in the column \"reports\" of indicators.csv."
        : $"There is no report \"{name}\". There {(Reports.Count == 1 ? "is" : "are")}: {string.Join(", ", Reports.Select(report => $"\"{report.Name}\""))}.";

    /// <summary>With the texts as a committee reads them: its own in their places, those for all committees in the others.</summary>
    public Register For(Committee committee)
    {
        var texts = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (place, text) in Texts.Where(text => !text.Key.Contains('/')))
        {
            texts[place] = Texts.GetValueOrDefault(TextPlace.For(committee, place), text);
        }

        foreach (var (key, text) in Texts.Where(text => text.Key.StartsWith(TextPlace.For(committee, ""), StringComparison.Ordinal)))
        {
            texts[key[TextPlace.For(committee, "").Length..]] = text;
        }

        return this with { Texts = texts };
    }
}
