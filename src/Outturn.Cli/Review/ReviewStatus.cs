using System.CommandLine;
using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.Cli.Stores;
using Outturn.Core.Review;

namespace Outturn.Cli.Review;

/// <summary>outturn review status: how far each service has come, by when, and who is late.</summary>
internal static class ReviewStatus
{
    private const string Notes = $"""
        For each service how many of its indicators have a proposal and how many are agreed, how far it has come, by when it has to have come
        there, and whether it is late. Comments of committees, and how far adoption is, stand below.

          outturn review status council.db
          outturn review status council.db --year 2026/27 --json

        {ReviewOptions.Store}

        {ReviewOptions.Codes}

        """;

    public static Command Create()
    {
        var (store, year, json) = (ReviewOptions.StoreArgument(), ReviewOptions.Year(), JsonText.Option());
        var command = new Verb("status", "Shows how far each service has come.", Notes) { store, year, json };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            if (await CouncilSource.IndicatorsAsync(opened, cancel) is not { } register)
            {
                return Screen.Refuse("the store holds no council yet: outturn import FOLDER takes a register in.", streams);
            }

            if (OpenReview.Of(await StoredReviews.ReadAsync(opened, register, cancel), parsed.GetValue(year), out var refusal) is not { } record)
            {
                return Screen.Refuse(refusal, streams);
            }

            var (review, today) = (AnnualReview.Of(register, record.Year, record), UkTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime));
            if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(Json(review, record, today));
            }
            else
            {
                Print(review, record, today, streams.Output);
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static void Print(AnnualReview review, ReviewRecord record, DateOnly today, TextWriter output)
    {
        output.WriteLine($"Review of {review.Year}: {Adoption(record)}.");
        foreach (var meeting in record.Meetings)
        {
            var dates = record.DatesOf(meeting);
            output.WriteLine($"  {meeting.Committee.Name}, {meeting.Day:dd/MM/yyyy}: proposed by {dates.Propose:dd/MM/yyyy}, agreed by {dates.Agree:dd/MM/yyyy}, paper out by {dates.Issue:dd/MM/yyyy}");
        }

        var width = review.Services.Select(service => service.Service.Name.Length).DefaultIfEmpty().Max();
        foreach (var service in review.Services)
        {
            output.WriteLine($"  {service.Service.Name.PadRight(width)}  {service.State.Text(),-11}  {service.Proposed} of {service.Items.Count} proposed, {service.Agreed} agreed{(Late(review, service, today) ? "  LATE" : "")}");
            foreach (var item in service.Items.Where(item => item.State == ReviewState.Challenged))
            {
                output.WriteLine($"    {item.Ref} is asked: {item.Steps[^1].Said}");
            }
        }

        foreach (var comment in record.Comments)
        {
            output.WriteLine($"  Comment {comment.Number}{(comment.Ref is null ? "" : $" on {comment.Ref}")}, {comment.By}, {comment.Committee.Name}, {comment.Day:dd/MM/yyyy}: {comment.Text}");
            output.WriteLine($"    {comment.Outcome.Text()}{(comment.Reply is null ? "" : $": {comment.Reply}")}");
        }
    }

    private static string Json(AnnualReview review, ReviewRecord record, DateOnly today) => JsonText.Of(new
    {
        year = review.Year.ToString(),
        putForwardBy = record.Adoption?.PutForwardBy,
        adoptedBy = record.Adoption?.AdoptedBy,
        meetings = record.Meetings.Select(meeting => new
        {
            committee = meeting.Committee.Name,
            day = Day(meeting.Day),
            propose = Day(record.DatesOf(meeting).Propose),
            agree = Day(record.DatesOf(meeting).Agree),
            issue = Day(record.DatesOf(meeting).Issue),
        }),
        services = review.Services.Select(service => new
        {
            service = service.Service.Name,
            state = service.State.Text(),
            indicators = service.Items.Count,
            proposed = service.Proposed,
            agreed = service.Agreed,
            challenged = service.Items.Where(item => item.State == ReviewState.Challenged).Select(item => item.Ref),
            late = Late(review, service, today),
        }),
        comments = record.Comments.Select(comment => new { number = comment.Number, @ref = comment.Ref, committee = comment.Committee.Name, by = comment.By, day = Day(comment.Day), text = comment.Text, outcome = comment.Outcome.Text(), reply = comment.Reply }),
    });

    private static string Adoption(ReviewRecord record) => record.Adoption switch
    {
        { IsAdopted: true } adopted => $"adopted by {adopted.AdoptedBy} on {UkTime.DayOf(adopted.AdoptedAt!.Value):dd/MM/yyyy}",
        { } forward => $"put forward by {forward.PutForwardBy} on {UkTime.DayOf(forward.PutForwardAt):dd/MM/yyyy}, to be adopted by somebody else",
        null => "open",
    };

    private static bool Late(AnnualReview review, ServiceReview service, DateOnly today) =>
        review.Record?.Adoption?.IsAdopted != true && review.DatesOf(service) is { } dates && service.IsLate(dates, today);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd");
}
