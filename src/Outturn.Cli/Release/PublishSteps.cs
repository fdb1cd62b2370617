using System.CommandLine;
using Outturn.App.Release;
using Outturn.Cli.Stores;
using Outturn.Core.People;
using Outturn.Core.Release;
using Outturn.Web.Release;

namespace Outturn.Cli.Release;

/// <summary>The steps of a report until it is signed off, and those that begin another edition.</summary>
internal static class PublishSteps
{
    public static Verb Review()
    {
        var (store, report, actor, why) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor(), StoreOptions.Why());
        return new Verb("review", "Sends a report to those who sign its sections off.", PublishOptions.NotesOf("review council.db policy-and-resources-2025-26 --as analyst")) { store, report, actor, why }.Takes(store, report, actor, "/Reports/Send", false, "The report is in review.", (step, parsed, cancel) =>
            step.OnDraftAsync(async draft => await EditionMaking.RefusalAsync(step.Store, draft, step.Life, cancel) is { } nothing
                ? new StepResult.Refused([nothing])
                : await ReportSteps.SendForReviewAsync(step.Store, step.Life.Name, draft.AsItIs, step.Who, parsed.GetValue(why), cancel), cancel));
    }

    public static Verb Sign()
    {
        var (store, report, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor());
        var service = new Argument<string>("SERVICE") { Description = "The service whose section it is." };
        var role = new Option<Role>("--role")
        {
            HelpName = "ROLE", Description = "director or cabinet member.", DefaultValueFactory = _ => Role.Director,
            CustomParser = result =>
            {
                if (Roles.Read(result.Tokens[0].Value) is { } read and (Role.Director or Role.CabinetMember))
                {
                    return read;
                }

                result.AddError($"Nobody signs off as \"{result.Tokens[0].Value}\": write director or cabinet member.");
                return default;
            },
        };
        var onBehalf = new Option<string?>("--on-behalf") { HelpName = "TEXT", Description = "Who signed it off and where that can be seen, where you record it for them." };
        return new Verb("sign", "Signs the section of a service off.", PublishOptions.NotesOf("sign council.db policy-and-resources-2025-26 Finance --role director --on-behalf \"By e-mail on 3 July\" --as analyst")) { store, report, service, role, onBehalf, actor }.Takes(store, report, actor, "/Reports/Sign", false, "The section is signed off.", (step, parsed, cancel) => step.OnDraftAsync(async draft =>
        {
            // Whoever works on the store itself and has no account there keeps the record for others.
            var who = step.Now.People.GetValueOrDefault(step.Who) ?? new Person(step.Who, step.Who, [Role.Analyst], [], []);
            var result = await ReportSteps.SignSectionAsync(step.Store, step.Life.Name, draft.AsItIs, parsed.GetRequiredValue(service), parsed.GetRequiredValue(role), who, parsed.GetValue(onBehalf), cancel);
            return result is StepResult.Refused { Reasons: [EditionRules.SayForWhom] } ? new StepResult.Refused([$"{EditionRules.SayForWhom} Write it behind --on-behalf."]) : result;
        }, cancel));
    }

    public static Verb Answer()
    {
        var (store, report, actor, why) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor(), StoreOptions.Why());
        var item = new Argument<string>("ITEM") { Description = "The item's key, as outturn publish checklist prints it: stale:CS04a." };
        return new Verb("answer", "Answers for an error of the checklist, with a reason that is kept.", PublishOptions.NotesOf("answer council.db policy-and-resources-2025-26 stale:CS04a --why \"The system is down until August\" --as analyst")) { store, report, item, actor, why }.Takes(store, report, actor, "/Reports/Answer", false, "The reason is kept with the report.", (step, parsed, cancel) => step.OnDraftAsync(async draft =>
            draft.AsItIs.Blocking.Select(error => error.Key).FirstOrDefault(key => key?[..key.LastIndexOf('#')] == parsed.GetValue(item)) is not { } answered ? new StepResult.Refused([$"No error that can be answered for is called \"{parsed.GetValue(item)}\": see outturn publish checklist."])
                : await ReportSteps.AnswerForAsync(step.Store, step.Life.Name, answered, step.Who, parsed.GetValue(why), cancel), cancel));
    }

    public static Verb SignOff()
    {
        var (store, report, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor());
        return new Verb("sign-off", "Signs a report off as a whole: its content is fixed, and another person releases it.", PublishOptions.NotesOf("sign-off council.db policy-and-resources-2025-26 --as analyst")) { store, report, actor }.Takes(store, report, actor, "/Reports/SignOff", true, "The report is signed off: somebody else schedules its release.", (step, _, cancel) =>
            step.OnDraftAsync(draft => ReportSteps.SignAllAsync(step.Store, step.Life.Name, draft.AsItIs, step.Who, cancel), cancel));
    }

    public static Verb Back()
    {
        var (store, report, actor, why) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor(), StoreOptions.Why());
        return new Verb("back", "Takes a report that is not issued back to a draft.", PublishOptions.NotesOf("back council.db policy-and-resources-2025-26 --why \"A figure was wrong\" --as analyst")) { store, report, actor, why }.Takes(store, report, actor, "/Reports/TakeBack", false, "The report is a draft again.", (step, parsed, cancel) =>
            ReportSteps.TakeBackAsync(step.Store, step.Life.Name, step.Who, parsed.GetValue(why), cancel));
    }

    public static Verb GiveUp()
    {
        var (store, report, actor, why) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor(), StoreOptions.Why());
        return new Verb("give-up", "Gives up a report, or a later edition of one, that is not issued.", PublishOptions.NotesOf("give-up council.db policy-and-resources-2025-26 --why \"It was begun for the wrong meeting\" --as analyst")) { store, report, actor, why }.Takes(store, report, actor, "/Reports/GiveUp", false, "It is given up.", (step, parsed, cancel) =>
            ReportSteps.GiveUpAsync(step.Store, step.Life.Name, step.Who, parsed.GetValue(why), cancel));
    }

    public static Verb Another(string name, EditionKind kind, string description)
    {
        var (store, report, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor());
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, in words for the public: they stand beside the report for good.", Required = true };
        return new Verb(name, description, PublishOptions.NotesOf($"{name} council.db policy-and-resources-2025-26 --reason \"A figure was taken from the wrong month\" --as analyst")) { store, report, reason, actor }.Takes(store, report, actor, "/Reports/Edition", kind == EditionKind.Withdrawal, $"The {kind.Name()} is begun.", (step, parsed, cancel) =>
            ReportSteps.BeginEditionAsync(step.Store, step.Life.Name, kind, step.Who, parsed.GetValue(reason), cancel));
    }
}
