using System.CommandLine;
using Outturn.App;
using Outturn.App.Collection;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Calendars;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Reports.Calendars;

namespace Outturn.Cli.Collection;

/// <summary>outturn calendar: when figures are due and committees meet, as a file that calendars take.</summary>
internal static class CalendarCommand
{
    private const string Notes = """
        Writes what falls within the three months before a day and the fifteen after it: when the figures of each service are due, when
        committees meet, and the last day for their papers. From a store the rounds that were opened say when figures are due; otherwise each
        indicator's lag does. It holds titles and days, and no figures; the same register and day give the same file.

        Exit code: 0 written, 1 refused, 2 wrong use.

        """;

    public static Command Create()
    {
        var source = new Argument<string>("FOLDER|STORE") { Description = "A council's folder or store." };
        var service = new Option<string?>("--service") { HelpName = "NAME", Description = "Only this service's figures." };
        var day = new Option<DateOnly?>("--day") { HelpName = "DAY", Description = "Around which day (29/07/2020); today when none is named.", CustomParser = Stores.KnownOn.Day };
        var target = new Option<string>("--out") { HelpName = "FILE", Description = "The file to write.", DefaultValueFactory = _ => "outturn.ics" };
        var command = new Verb("calendar", "Writes a calendar of due dates and meetings (.ics).", Notes) { source, service, day, target };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            var named = parsed.GetRequiredValue(source);
            switch (await CouncilSource.ReadAsync(named, null, TimeProvider.System, cancel))
            {
                case FolderResult.Refused refused:
                    Screen.Print(refused.Defects, streams);
                    return ExitCode.Refused;
                case FolderResult.Read read:
                    var register = read.Register;
                    var only = parsed.GetValue(service) is { } text ? register.Services.FirstOrDefault(known => known.Name.Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) : null;
                    if (only is null && parsed.GetValue(service) is { } unknown)
                    {
                        return Screen.Refuse($"there is no service \"{unknown}\". There are: {string.Join(", ", register.Services.Select(known => known.Name))}.", streams);
                    }

                    var events = CouncilCalendar.Of(
                        register, await RoundsAsync(named, register, cancel), indicator => only is null || indicator.Service == only, withPapers: true,
                        parsed.GetValue(day) ?? UkTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime), await ReleasesAsync(named, cancel));
                    var path = parsed.GetRequiredValue(target);
                    try
                    {
                        var content = IcsWriter.Write($"{register.Council.Name}: figures, meetings and releases", TextPlace.Slug(register.Council.Name), events);
                        WholeFile.Write(path, stream => stream.Write(content));
                    }
                    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                    {
                        return Screen.Refuse($"{path} cannot be written: {e.Message}", streams);
                    }

                    streams.Output.WriteLine($"{path}: {Words.Count(events.Count, "entry", "entries")}.");
                    return ExitCode.Done;
                default:
                    throw new InvalidOperationException("A council is read or refused.");
            }
        });
        return command;
    }

    private static async Task<IEnumerable<Core.Calendars.CalendarEvent>> ReleasesAsync(string source, CancellationToken cancel) =>
        StoreAddress.IsStore(source) && await Store.OpenAsync(StoreAddress.Read(source, out _)!, TimeProvider.System, cancel) is StoreResult.Opened { Store: var store }
            ? App.Release.ReleaseCalendar.Of(await App.Release.StoredReports.ReadAsync(store, cancel))
            : [];

    private static async Task<IReadOnlyList<(Period Period, Meeting? Meeting)>> RoundsAsync(string source, Register register, CancellationToken cancel)
    {
        if (!StoreAddress.IsStore(source) || await Store.OpenAsync(StoreAddress.Read(source, out _)!, TimeProvider.System, cancel) is not StoreResult.Opened { Store: var store })
        {
            return [];
        }

        List<(Period, Meeting?)> rounds = [];
        foreach (var period in await Rounds.ListAsync(store, cancel))
        {
            if (await Rounds.ReadAsync(store, period, cancel) is { } round)
            {
                rounds.Add((period, round.Progress.Due.Meeting));
            }
        }

        return rounds;
    }
}
