using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;

namespace Outturn.Reports.Data;

/// <summary>The dashboard as JSON: what is in the CSV, with counts, the periods of each chart, commentary and proposals.</summary>
public static class DashboardJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="quarterly">Where it is a quarterly report: adds the ratings of its quarters, and what changed.</param>
    public static void Write(Dashboard dashboard, Stream to, QuarterlyReport? quarterly = null)
    {
        using var json = new Utf8JsonWriter(to, Layout);
        json.WriteStartObject();
        Member(json, "council", dashboard.Council.Name);
        Member(json, "notice", dashboard.Council.Notice);
        Member(json, "committee", dashboard.Committee?.Name);
        if (dashboard.Report is { } report)
        {
            Member(json, "report", report.Name);
        }

        Member(json, "meeting", dashboard.Meeting?.Date);
        Member(json, "year", dashboard.Year.ToString());
        Member(json, "data_to", dashboard.DataTo);
        Member(json, "rating_counted", dashboard.Council.Counted == RatingCounted.Latest ? "latest" : "year to date");
        Counts(json, dashboard.Counts);
        json.WriteStartArray("indicators");
        foreach (var indicator in dashboard.Indicators)
        {
            Indicator(json, indicator, dashboard, quarterly);
        }

        json.WriteEndArray();
        json.WriteStartArray("proposals");
        foreach (var proposed in dashboard.Proposals)
        {
            Proposal(json, proposed);
        }

        json.WriteEndArray();
        if (quarterly is not null)
        {
            QuarterlyJson.Write(json, quarterly);
        }

        json.WriteEndObject();
    }

    internal static void Counts(Utf8JsonWriter json, RagCounts counts, string name = "counts")
    {
        json.WriteStartObject(name);
        json.WriteNumber("green", counts.Green);
        json.WriteNumber("amber", counts.Amber);
        json.WriteNumber("red", counts.Red);
        json.WriteNumber("not_rated", counts.NotRated);
        json.WriteNumber("kpis", counts.Total);
        json.WriteEndObject();
    }

    private static void Indicator(Utf8JsonWriter json, DashboardIndicator indicator, Dashboard dashboard, QuarterlyReport? quarterly)
    {
        json.WriteStartObject();
        foreach (var (name, value) in FigureRow.Of(indicator, dashboard).Concat(FigureRow.Quarters(indicator, quarterly)))
        {
            Member(json, name, value);
        }

        Member(json, "meaning", indicator.Indicator.Meaning);
        Member(json, "source", indicator.Indicator.Source);
        if (indicator.Commentary is { } said)
        {
            Commentary(json, said);
        }

        json.WriteStartArray("periods");
        foreach (var point in indicator.Window)
        {
            json.WriteStartObject();
            Member(json, "period", point.Period.ToString());
            Member(json, "value", point.Value);
            if (point.IsSuppressed)
            {
                json.WriteBoolean("suppressed", true);
            }

            Member(json, "target", point.Target);
            Member(json, "floor", point.Floor);
            Member(json, "lower", point.Range?.Lower);
            Member(json, "upper", point.Range?.Upper);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Commentary(Utf8JsonWriter json, Commentary said)
    {
        json.WriteStartObject("commentary");
        Member(json, "context", said.Context);
        Member(json, "cause", said.Cause);
        Member(json, "action", said.Action);
        Member(json, "owner", said.Owner);
        Member(json, "due", said.Due);
        Member(json, "recovery", said.Recovery);
        json.WriteEndObject();
    }

    private static void Proposal(Utf8JsonWriter json, ProposedIndicator proposed)
    {
        json.WriteStartObject();
        Member(json, "ref", proposed.Indicator.Ref);
        Member(json, "year", proposed.Proposal.Year.ToString());
        Member(json, "decision", proposed.Proposal.Decision.ToString().ToLowerInvariant());
        Member(json, "target", proposed.Proposal.Target?.Level);
        Member(json, "floor", proposed.Proposal.Target?.FloorStandard);
        Member(json, "lower", proposed.Proposal.Range?.Lower);
        Member(json, "upper", proposed.Proposal.Range?.Upper);
        Member(json, "change", ProposalSentences.Change(proposed));
        Member(json, "rationale", proposed.Proposal.Rationale);
        json.WriteEndObject();
    }

    internal static void Member(Utf8JsonWriter json, string name, object? value)
    {
        switch (value)
        {
            case null or "":
                json.WriteNull(name);
                break;
            case decimal number:
                json.WriteNumber(name, FigureRow.Exact(number));
                break;
            default:
                json.WriteString(name, FigureRow.Text(value));
                break;
        }
    }
}
