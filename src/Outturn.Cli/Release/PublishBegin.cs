using System.CommandLine;
using Outturn.App.Reference;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.Cli.Collection;
using Outturn.Cli.Outcomes;
using Outturn.Cli.Stores;
using Outturn.Core.National;
using Outturn.Core.Periods;
using Outturn.Core.Release;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Cli.Release;

/// <summary>Begins a report: a dashboard, a named report, a year's review, or the mapping to an outcomes framework.</summary>
internal static class PublishBegin
{
    private const string Notes = $"""
        A report is begun as a draft, reviewed, signed off in each section by its director and cabinet member, signed off as a whole by one person,
        and released by another. Until it is signed off it is worked out anew from the figures; a section that changes is signed off anew.

          outturn publish begin council.db --committee "Policy and Resources" --period 2025/26 --as analyst
          outturn publish begin council.db --committee "Policy and Resources" --review 2026/27 --as analyst
          outturn publish begin council.db --framework "Local Outcomes Framework" --reference reference.db --as analyst
          outturn publish review council.db policy-and-resources-2025-26 --as analyst
          outturn publish sign council.db policy-and-resources-2025-26 Finance --role director --on-behalf "By e-mail on 3 July" --as analyst
          outturn publish sign-off council.db policy-and-resources-2025-26 --as analyst
          outturn publish schedule council.db policy-and-resources-2025-26 --at "07/07/2026 09:30" --as releaser

        {PublishOptions.Store}

        {PublishOptions.Codes}

        """;

    public static Verb Create()
    {
        var (store, actor, reference) = (PublishOptions.StoreArgument(), StoreOptions.Actor(), PublishOptions.Reference());
        var committee = new Option<string?>("--committee") { HelpName = "NAME", Description = "The committee that it goes to." };
        var report = new Option<string?>("--report") { HelpName = "NAME", Description = "The named report that it is, instead of a committee's dashboard." };
        var period = new Option<Period?>("--period") { HelpName = "PERIOD", Description = "The period that a dashboard or a named report covers: 2025/26, \"Dec 2025\".", CustomParser = PeriodArgument.Read };
        var review = new Option<Period?>("--review") { HelpName = "YEAR", Description = "The year whose proposed indicators, targets and floor standards it brings: 2026/27.", CustomParser = PeriodArgument.Read };
        var framework = new Option<string?>("--framework") { HelpName = "NAME", Description = "The outcomes framework that it maps to the council's indicators: \"Local Outcomes Framework\"." };
        var meeting = new Option<DateOnly?>("--meeting") { HelpName = "DAY", Description = "The day of the meeting that a review or a mapping goes to, where it is not the one that is known.", CustomParser = OutcomesLink.ReadDay };
        var command = new Verb("begin", "Begins a report, as a draft.", Notes) { store, committee, report, period, review, framework, meeting, reference, actor };
        command.Validators.Add(result =>
        {
            if (new Option[] { period, review, framework }.Count(option => result.GetResult(option) is { Implicit: false }) != 1)
            {
                result.AddError("Say what it is on: --period for a dashboard or a named report, --review for a year's review, or --framework for a mapping.");
            }

            if (result.GetResult(report) is { Implicit: false } && result.GetResult(committee) is { Implicit: false })
            {
                result.AddError("A named report goes to its own committee, or to none: say --report or --committee.");
            }
        });
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            using var live = new LiveCouncil(opened);
            using var national = new LiveReference(parsed.GetRequiredValue(reference));
            var now = await live.ReadAsync(cancel);
            if (now.Register is not { } register)
            {
                return Screen.Refuse("The store holds no council yet: outturn import FOLDER takes a register in.", streams);
            }

            var named = parsed.GetValue(report) is { } name ? register.Reports.FirstOrDefault(known => known.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)) : null;
            var reader = named is null ? register.Committees.FirstOrDefault(known => parsed.GetValue(committee) is { } called && known.IsCalled(called)) : named.Committee;
            if (named is null && reader is null && (parsed.GetValue(framework) is null || parsed.GetValue(committee) is not null))
            {
                return Screen.Refuse(parsed.GetValue(report) is { } missing ? register.NoReport(missing) : register.NoCommittee(parsed.GetValue(committee)), streams);
            }

            ReportLife asked;
            if (parsed.GetValue(framework) is { } sought)
            {
                var editions = FrameworkEdition.Latest(await national.EditionsAsync(cancel));
                if (FrameworkEdition.Choose(editions, sought, []) is not { } edition)
                {
                    return Screen.Refuse(editions.Count == 0
                        ? await ReferenceStore.RefusalAsync(parsed.GetRequiredValue(reference), cancel) ?? $"{parsed.GetValue(reference)} holds no framework: outturn reference import takes one in, and --reference names its file."
                        : $"There is no framework \"{sought}\": there {(editions.Count == 1 ? "is" : "are")} {string.Join(", ", editions.Select(known => known.Framework))}.", streams);
                }

                asked = ReportLife.OfMapping(edition, reader, parsed.GetValue(meeting) ?? register.NextMeeting(reader, now.Day), now.Day);
            }
            else if (parsed.GetValue(review) is { } year)
            {
                asked = ReportLife.OfReview(reader!, year.FinancialYear, parsed.GetValue(meeting) ?? now.Reviews.GetValueOrDefault(year.FinancialYear)?.Meetings.FirstOrDefault(known => known.Committee == reader)?.Day);
            }
            else
            {
                asked = ReportLife.OfDashboard(reader, named, parsed.GetValue(period)!.Value.Last);
            }

            var (life, refusal) = await new DraftPapers(national, new KnownThen(opened)).NewAsync(now, asked, cancel);
            return life is null ? Screen.Refuse(refusal, streams)
                : now.Life(life.Name) is { } known ? Screen.Refuse($"{life.Name} was begun already: it is {known.Text.ToLowerInvariant()}.{(known.LastIssued is null ? "" : " outturn publish correct begins a correction.")}", streams)
                : PublishOptions.Print(await ReportSteps.BeginAsync(opened, life, StoreOptions.ActorOf(parsed.GetValue(actor)), cancel), life.Name, streams);
        }, cancel));
        return command;
    }
}
