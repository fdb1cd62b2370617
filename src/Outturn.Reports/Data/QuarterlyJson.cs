using System.Text.Json;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.Reports.Data;

/// <summary>What a quarterly report has beside its dashboard, as members of the dashboard's JSON: counts by quarter, and what changed.</summary>
internal static class QuarterlyJson
{
    public static void Write(Utf8JsonWriter json, QuarterlyReport quarterly)
    {
        json.WriteStartArray("quarters");
        foreach (var (quarter, counts) in quarterly.Quarters.Zip(quarterly.Counts))
        {
            json.WriteStartObject();
            DashboardJson.Member(json, "quarter", quarter.ToString());
            DashboardJson.Counts(json, counts);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (quarterly.Changes is { } changes)
        {
            Changes(json, changes);
        }
    }

    private static void Changes(Utf8JsonWriter json, ReportChanges changes)
    {
        json.WriteStartObject("changes");
        DashboardJson.Member(json, "since", changes.Before.DataTo);
        if (changes.Counts is { } counts)
        {
            json.WriteNumber("kpis_in_both", counts.Shared);
            DashboardJson.Counts(json, counts.Before, "counts_before");
            DashboardJson.Counts(json, counts.LikeBefore, "counts_before_in_both");
            DashboardJson.Counts(json, counts.LikeNow, "counts_now_in_both");
            Rows(json, "moved", counts.Moved, moved => [("ref", moved.Kpi.Indicator.Ref), ("from", moved.Before.ToString()), ("to", moved.Now.ToString())]);
        }

        Rows(json, "new", changes.New, row => [("ref", row.Indicator.Ref), ("indicator", row.Indicator.Title)]);
        Rows(json, "gone", changes.Gone, row => [("ref", row.Indicator.Ref), ("indicator", row.Indicator.Title)]);
        Rows(json, "levels", changes.Levels, levels => [("ref", levels.Indicator.Indicator.Ref), ("what", ChangeSentences.LevelsOf(levels))]);
        Rows(json, "redefined", changes.Redefined, row => [("ref", row.Indicator.Ref), ("why", row.Indicator.DefinitionReason)]);
        Rows(json, "later", changes.Later, change => [("ref", change.Ref), ("what", change.What), ("why", change.Reason), ("committee", change.Committee), ("day", change.Day)]);
        Rows(json, "revised", changes.Revised, revised => [("ref", revised.Indicator.Indicator.Ref), ("period", revised.Indicator.Period.ToString()), ("then", revised.Then?.Value), ("now", revised.Now.Value)]);
        json.WriteEndObject();
    }

    private static void Rows<T>(Utf8JsonWriter json, string name, IEnumerable<T> rows, Func<T, (string Name, object? Value)[]> members)
    {
        json.WriteStartArray(name);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            foreach (var (member, value) in members(row))
            {
                DashboardJson.Member(json, member, value);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
