using System.CommandLine;
using Outturn.App.Review;
using Outturn.Cli.Collection;
using Outturn.Cli.Reports;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Reports.Word;

namespace Outturn.Cli.Review;

/// <summary>outturn review paper: the paper that brings next year's indicators, targets and floor standards to a committee.</summary>
internal static class ReviewPaperCommand
{
    private const string Notes = """
        outturn review paper FOLDER --year 2026/27 --committee "Policy and Resources" --out DIR
        Without --committee every committee gets its own; without --year it is on the last year that has proposals.
        From a store it is dated by the meeting that the review was opened for; from a folder by the first meeting of that committee
        in meetings.csv that has the year and no "data_to".

        Exit code: 0 done, 1 the data says no, 2 wrong use.

        """;

    public static Command Create()
    {
        var source = new Argument<string>("FOLDER|STORE") { Description = "A council's folder or store." };
        var year = new Option<Period?>("--year") { HelpName = "YEAR", Description = "The financial year that is proposed for: 2026/27.", CustomParser = PeriodArgument.Read };
        var committee = new Option<string?>("--committee") { HelpName = "NAME", Description = "The committee, by its name or short name." };
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the files go.", DefaultValueFactory = _ => "out" };
        var formats = ReportCommand.Formats(ReportCommand.WithoutData);
        var command = new Verb("paper", "Makes the paper of a year's review: web page, Word, Excel and PDF.", Notes) { source, year, committee, folder, formats };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetRequiredValue(source), parsed.GetValue(year), parsed.GetValue(committee), parsed.GetRequiredValue(folder), parsed.GetRequiredValue(formats), parsed.InvocationConfiguration, cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        string source, Period? asked, string? committeeName, string folder, IReadOnlyList<PaperFormat> formats, InvocationConfiguration streams, CancellationToken cancel)
    {
        var (council, defects) = await ReviewSource.ReadAsync(source, TimeProvider.System, cancel);
        Screen.Print(defects, streams);
        if (council is null)
        {
            return ExitCode.Refused;
        }

        WordTemplate? template = null;
        if (council.Template is { } bytes && !Reports.Report.TryTemplate(bytes, council.Register, streams, out template))
        {
            return ExitCode.Refused;
        }

        if ((asked?.FinancialYear ?? council.LastYear) is not { } year)
        {
            return Screen.Refuse("there is no proposal for any year: proposals.csv holds them, or outturn review open begins a review.", streams);
        }

        var review = council.Of(year);
        Committee?[] committees = [.. council.Register.Committees.Where(committee => committeeName is null || committee.IsCalled(committeeName)).Where(committee => committeeName is not null || review.For(committee).Services.Count > 0)];
        if (committees.Length == 0)
        {
            return Screen.Refuse(committeeName is null ? "no committee has an indicator in the review." : council.Register.NoCommittee(committeeName), streams);
        }

        if (!review.Items.Any(item => item.Proposal is not null))
        {
            return Screen.Refuse($"nothing is proposed for {year}.", streams);
        }

        Paper[] papers = [.. committees.Select(committee => ReviewPaper.Of(review, committee, Day(review, committee!), ReviewSource.Carried(council.Records, year, committee)))];
        return await Reports.Report.WriteAsync(papers, formats, folder, template, streams, packs: false, output =>
        {
            foreach (var committee in committees)
            {
                var part = review.For(committee);
                output.WriteLine($"{committee!.Name}: {ReviewSentences.Set(part.Items)} proposed for {year}. {ReviewSentences.Against([.. part.Items], year)}");
            }

            output.WriteLine();
        }, cancel);
    }

    /// <summary>The day of the meeting that reads it.</summary>
    private static DateOnly? Day(AnnualReview review, Committee committee) =>
        review.Record?.Meetings.FirstOrDefault(meeting => meeting.Committee == committee)?.Day
        ?? review.Register.Meetings.Where(meeting => meeting.Committee == committee && meeting.Year == review.Year && meeting.DataTo is null).Select(meeting => (DateOnly?)meeting.Date).Min();
}
