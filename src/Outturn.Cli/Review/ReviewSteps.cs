using System.CommandLine;
using Outturn.App.Registers;
using Outturn.App.Review;
using Outturn.Cli.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Review;

namespace Outturn.Cli.Review;

/// <summary>The steps of a review from its opening to adoption.</summary>
internal static class ReviewSteps
{
    private const string OpenNotes = $"""
        Opens the review of a year: a workspace for each service, with deadlines counted back from the meeting that reads it. A second time it
        gives the review other meetings or days; what is proposed stays.

          outturn review open council.db --year 2026/27 --meeting "Policy and Resources Cabinet Committee=10/06/2026"

        {ReviewOptions.Store}

        {ReviewOptions.Codes}

        """;

    private const string ChallengeNotes = $"""
        challenge sends a proposal back to its service with the analyst's question; answer gives the service's answer and leaves the proposal as it
        is; agree takes proposals as agreed, all of those named or none. Nobody agrees what they proposed themselves.

          outturn review challenge council.db CS01 "Why keep 95% after two years above 98%?" --as analyst
          outturn review answer council.db CS01 "The contract ends in March." --as contact-manager
          outturn review agree council.db CS01 CS04a CS04b --as analyst

        {ReviewOptions.Store}

        {ReviewOptions.Codes}

        """;

    private const string AdoptNotes = $"""
        One person puts the agreed set forward, another adopts it: then the old year is closed, what was removed ends with it, and the new year has
        its indicators, levels and definitions. All of it or nothing. A set that changes after it was put forward has to be put forward anew.

          outturn review put-forward council.db --as analyst
          outturn review adopt council.db --as director

        {ReviewOptions.Store}

        {ReviewOptions.Codes}

        """;

    public static Verb Open()
    {
        var (store, year, actor, why) = (ReviewOptions.StoreArgument(), ReviewOptions.Year("The financial year that is reviewed: 2026/27."), StoreOptions.Actor(), StoreOptions.Why());
        year.Required = true;
        var meetings = new Option<string[]>("--meeting") { HelpName = "NAME=DAY", Description = "The meeting of a committee that reads it: \"NAME=10/06/2026\"; said again for each committee.", Required = true, AllowMultipleArgumentsPerToken = true };
        var challenge = new Option<int>("--days-to-challenge") { HelpName = "DAYS", Description = "Working days for challenge and answer.", DefaultValueFactory = _ => ReviewDates.ToChallenge };
        var write = new Option<int>("--days-to-write") { HelpName = "DAYS", Description = "Working days for the paper.", DefaultValueFactory = _ => ReviewDates.ToWrite };
        return new Verb("open", "Opens the review of a year.", OpenNotes) { store, year, meetings, challenge, write, actor, why }.Takes(store, year, actor, (opened, parsed, meant, who, cancel) =>
            ReviewOpening.RunAsync(opened, meant, register => Plan(register, parsed.GetRequiredValue(meetings), parsed.GetValue(challenge), parsed.GetValue(write)), who, parsed.GetValue(why), cancel));
    }

    public static Verb Challenge()
    {
        var (store, reference, question, year, actor) = (ReviewOptions.StoreArgument(), ReviewOptions.Reference(), new Argument<string>("QUESTION") { Description = "What the service is asked." }, ReviewOptions.Year(), StoreOptions.Actor());
        return new Verb("challenge", "Sends a proposal back with a question.", ChallengeNotes) { store, reference, question, year, actor }.Takes(store, year, actor, (opened, parsed, meant, who, cancel) =>
            Challenging.ChallengeAsync(opened, meant, parsed.GetRequiredValue(reference), parsed.GetRequiredValue(question), who, cancel));
    }

    public static Verb Answer()
    {
        var (store, reference, answer, year, actor) = (ReviewOptions.StoreArgument(), ReviewOptions.Reference(), new Argument<string>("ANSWER") { Description = "What the service says to it." }, ReviewOptions.Year(), StoreOptions.Actor());
        return new Verb("answer", "Answers a question without another proposal.", ChallengeNotes) { store, reference, answer, year, actor }.Takes(store, year, actor, (opened, parsed, meant, who, cancel) =>
            Challenging.AnswerAsync(opened, meant, parsed.GetRequiredValue(reference), parsed.GetRequiredValue(answer), who, _ => true, cancel));
    }

    public static Verb Agree()
    {
        var (store, year, actor) = (ReviewOptions.StoreArgument(), ReviewOptions.Year(), StoreOptions.Actor());
        var references = new Argument<string[]>("REF") { Description = "The indicators whose proposals are agreed.", Arity = ArgumentArity.OneOrMore };
        var remark = new Option<string?>("--remark") { HelpName = "TEXT", Description = "What is said with it." };
        return new Verb("agree", "Agrees proposals, all of those named or none.", ChallengeNotes) { store, references, remark, year, actor }.Takes(store, year, actor, (opened, parsed, meant, who, cancel) =>
            Challenging.AgreeAsync(opened, meant, parsed.GetRequiredValue(references), who, parsed.GetValue(remark), cancel));
    }

    public static Verb TakeBack()
    {
        var (store, reference, year, actor, why) = (ReviewOptions.StoreArgument(), ReviewOptions.Reference(), ReviewOptions.Year(), StoreOptions.Actor(), StoreOptions.Why());
        return new Verb("take-back", "Takes back a new indicator that was proposed and is not agreed.", $"{ReviewOptions.Store}\n\n{ReviewOptions.Codes}\n") { store, reference, year, actor, why }.Takes(store, year, actor, (opened, parsed, meant, who, cancel) =>
            Proposing.TakeBackAsync(opened, meant, parsed.GetRequiredValue(reference), who, parsed.GetValue(why), _ => true, cancel));
    }

    public static Verb PutForward()
    {
        var (store, year, actor) = (ReviewOptions.StoreArgument(), ReviewOptions.Year(), StoreOptions.Actor());
        return new Verb("put-forward", "Puts the agreed set forward for adoption, and says what it changes.", AdoptNotes) { store, year, actor }.Takes(store, year, actor, (opened, _, meant, who, cancel) =>
            Adopting.PutForwardAsync(opened, meant, who, cancel));
    }

    public static Verb Adopt()
    {
        var (store, year, actor) = (ReviewOptions.StoreArgument(), ReviewOptions.Year(), StoreOptions.Actor());
        return new Verb("adopt", "Adopts the set that somebody else put forward.", AdoptNotes) { store, year, actor }.Takes(store, year, actor, (opened, _, meant, who, cancel) =>
            Adopting.AdoptAsync(opened, meant, who, cancel));
    }

    private static (ReviewPlan? Plan, string? Refusal) Plan(Register register, string[] meetings, int toChallenge, int toWrite)
    {
        List<ReviewMeeting> read = [];
        foreach (var meeting in meetings)
        {
            var at = meeting.LastIndexOf('=');
            if (at < 0 || !DateText.TryRead(meeting[(at + 1)..].Trim(), out var day))
            {
                return (null, $"\"{meeting}\" is no meeting: write the committee's name, an equals sign and the day, like \"NAME=10/06/2026\".");
            }

            var name = meeting[..at].Trim();
            if (register.Committees.FirstOrDefault(committee => committee.IsCalled(name)) is not { } known)
            {
                return (null, register.NoCommittee(name));
            }

            read.Add(new ReviewMeeting(known, day));
        }

        return (new ReviewPlan(read, toChallenge, toWrite), null);
    }
}
