using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The committees that read the papers, and when they meet.</summary>
public sealed class CommitteesModel(Store store) : TablesPage(store)
{
    public override string Title => "Committees and meetings";

    public EditTable Committees { get; private set; } = null!;

    public EditTable Meetings { get; private set; } = null!;

    protected override async Task<IActionResult> SendAsync(CancellationToken cancel)
    {
        (Committees, Meetings) = (Committees.Sent(Request.Form), Meetings.Sent(Request.Form));
        return await KeepAsync("committees and meetings", "/admin/committees", Edited, cancel);
    }

    private static string Text(DateOnly? day) => day?.ToString("dd/MM/yyyy") ?? "";

    protected override void Read()
    {
        Committees = new EditTable("committees", "Committees",
            [new("committee", "Committee", IsWide: true), new("short", "Short name"), new("reports", "Reports it receives")],
            [.. Register.Committees.Select(committee => new EditRow(committee.Name, new Dictionary<string, string> { ["committee"] = committee.Name, ["short"] = committee.ShortName, ["reports"] = string.Join("; ", committee.Reports) }))]);
        (string Value, string Text)[] committees = [("", "choose"), .. Register.Committees.Select(committee => (committee.Name, committee.ShortName))];
        Meetings = new EditTable("meetings", "Meetings",
            [new("committee", "Committee", committees), new("date", "Day"), new("year", "Year reported on"), new("ordinal", "Which report"), new("to", "Figures to"), new("reviewed", "Targets reviewed on"), new("item", "Agenda item", IsShort: true)],
            [.. Register.Meetings.OrderByDescending(meeting => meeting.Date).Select(meeting => new EditRow($"{meeting.Committee.ShortName}, {Text(meeting.Date)}", new Dictionary<string, string>
            {
                ["committee"] = meeting.Committee.Name, ["date"] = Text(meeting.Date), ["year"] = meeting.Year?.ToString() ?? "", ["ordinal"] = meeting.Ordinal ?? "", ["to"] = Text(meeting.DataTo), ["reviewed"] = Text(meeting.ReviewedOn), ["item"] = meeting.Item ?? "",
            }))]);
    }

    private RegisterDraft Edited(Register register)
    {
        List<string> wrong = [];
        List<(string Was, Committee Committee)> committees = [];
        foreach (var row in Committees.Kept)
        {
            if (row["committee"].Length == 0)
            {
                wrong.Add($"The committee {row.Was} needs a name.");
                continue;
            }

            committees.Add((row.Was, new Committee(row["committee"], row.Text("short") ?? row["committee"], [.. (row.Text("reports") ?? "dashboard").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)])));
        }

        wrong.AddRange(committees.GroupBy(pair => pair.Committee.Name).Where(same => same.Count() > 1).Select(same => $"Two committees are called {same.Key}."));
        var byWas = committees.Where(pair => pair.Was.Length > 0).ToDictionary(pair => pair.Was, pair => pair.Committee);
        var byName = committees.DistinctBy(pair => pair.Committee.Name).ToDictionary(pair => pair.Committee.Name, pair => pair.Committee);
        List<Meeting> meetings = [];
        foreach (var row in Meetings.Kept)
        {
            DateOnly? Day(string key)
            {
                if (row.Text(key) is not { } text)
                {
                    return null;
                }

                if (DateText.TryRead(text, out var day))
                {
                    return day;
                }

                wrong.Add($"\"{text}\" is no date: write it like 29/07/2020.");
                return null;
            }

            Period? year = null;
            if (row.Text("year") is { } written && !(PeriodText.TryRead(written, Frequency.Year, out var read, out _) && (year = read) is not null))
            {
                wrong.Add($"\"{written}\" is no financial year: write it like 2019/20.");
            }

            if ((byWas.GetValueOrDefault(row["committee"]) ?? byName.GetValueOrDefault(row["committee"])) is not { } committee || Day("date") is not { } date)
            {
                wrong.Add($"The meeting {row.Was} needs its committee and its day.");
                continue;
            }

            meetings.Add(new Meeting(committee, date, year, row.Text("ordinal"), Day("to"), Day("reviewed")) { Item = row.Text("item") });
        }

        wrong.AddRange(meetings.GroupBy(meeting => (meeting.Committee.Name, meeting.Date)).Where(same => same.Count() > 1).Select(same => $"The {same.Key.Name} meets twice on {Text(same.Key.Date)}."));
        if (wrong.Count > 0)
        {
            return RegisterDraft.Refuse([.. wrong]);
        }

        Committee Of(Committee committee) => byWas.GetValueOrDefault(committee.Name, committee);
        return RegisterDraft.Of(register with
        {
            Committees = [.. committees.Select(pair => pair.Committee)],
            Meetings = meetings,
            House = register.House.Renamed(name => byWas.TryGetValue(name, out var now) ? now.Name : name),
            Reports = [.. register.Reports.Select(report => report with { Committee = report.Committee is { } own ? Of(own) : null })],
            Indicators = [.. register.Indicators.Select(history => history with { Indicator = history.Indicator with { Committees = [.. history.Indicator.Committees.Select(Of)] } })],
        });
    }
}
