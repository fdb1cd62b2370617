using System.CommandLine;
using Outturn.App.Review;
using Outturn.Cli.Stores;
using Outturn.Core.Review;

namespace Outturn.Cli.Review;

/// <summary>What committees say of a review, and what becomes of it.</summary>
internal static class ReviewComments
{
    private const string Notes = $"""
        comment records what a member said, of one indicator or of the review as a whole; reply says what becomes of it: agreed, not-agreed (with
        the reason), or next-review (an action for the next year's review).

          outturn review comment council.db "Is 95% still a stretch?" --ref CS01 --committee "Policy and Resources" --by "Mrs Brown" --on 10/06/2026
          outturn review reply council.db 1 "The target is raised to 97%." --outcome agreed --as analyst

        {ReviewOptions.Store}

        {ReviewOptions.Codes}

        """;

    public static Verb Comment()
    {
        var (store, text, year, actor) = (ReviewOptions.StoreArgument(), new Argument<string>("TEXT") { Description = "What was said." }, ReviewOptions.Year(), StoreOptions.Actor());
        var committee = new Option<string>("--committee") { HelpName = "NAME", Description = "The committee: its name or short name.", Required = true };
        var by = new Option<string>("--by") { HelpName = "NAME", Description = "Who said it: a member of the committee, a post.", Required = true };
        var on = new Option<DateOnly?>("--on") { HelpName = "DAY", Description = "The day of the meeting (10/06/2026).", Required = true, CustomParser = KnownOn.Day };
        var reference = new Option<string?>("--ref") { HelpName = "REF", Description = "The indicator that it is about; else it is about the review as a whole." };
        return new Verb("comment", "Records a committee's comment.", Notes) { store, text, reference, committee, by, on, year, actor }.Takes(store, year, actor, (opened, parsed, meant, who, cancel) =>
            Comments.RecordAsync(opened, meant, new RecordedComment(parsed.GetValue(reference), parsed.GetRequiredValue(committee), parsed.GetRequiredValue(by), parsed.GetRequiredValue(on)!.Value, parsed.GetRequiredValue(text)), who, cancel));
    }

    public static Verb Reply()
    {
        var (store, year, actor) = (ReviewOptions.StoreArgument(), ReviewOptions.Year(), StoreOptions.Actor());
        var number = new Argument<int>("NUMBER") { Description = "The comment's number, as outturn review status shows it." };
        var text = new Argument<string>("REPLY") { Description = "What the committee is replied." };
        var outcome = new Option<CommentOutcome>("--outcome")
        {
            HelpName = "agreed|not-agreed|next-review",
            Description = "What becomes of it.",
            Required = true,
            CustomParser = argument =>
            {
                switch (argument.Tokens[0].Value.ToLowerInvariant())
                {
                    case "agreed":
                        return CommentOutcome.Agreed;
                    case "not-agreed":
                        return CommentOutcome.NotAgreed;
                    case "next-review":
                        return CommentOutcome.NextReview;
                    default:
                        argument.AddError("Say --outcome agreed, not-agreed or next-review.");
                        return CommentOutcome.Open;
                }
            },
        };
        return new Verb("reply", "Replies to a comment and says what becomes of it.", Notes) { store, number, text, outcome, year, actor }.Takes(store, year, actor, (opened, parsed, meant, who, cancel) =>
            Comments.ReplyAsync(opened, meant, parsed.GetValue(number), parsed.GetRequiredValue(text), parsed.GetValue(outcome), who, cancel));
    }
}
