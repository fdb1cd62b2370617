using System.CommandLine;
using Outturn.App.Release;
using Outturn.Cli.Stores;
using Outturn.Core.People;
using Outturn.Core.Release;

namespace Outturn.Cli.Release;

/// <summary>The steps of a report until it is signed off, and those that begin another edition.</summary>
internal static class PublishSteps
{
    internal const string Notes = $"""
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

    public static Verb Review()
    {
        var (store, report, actor, why) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor(), StoreOptions.Why());
        return new Verb("review", "Sends a report to those who sign its sections off.", Notes) { store, report, actor, why }.Takes(store, report, actor, "The report is in review.", (step, parsed, cancel) =>
            step.OnDraftAsync(draft => ReportSteps.SendForReviewAsync(step.Store, step.Life.Name, draft.AsItIs, step.Who, parsed.GetValue(why), cancel), cancel));
    }

    public static Verb Sign()
    {
        var (store, report, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor());
        var service = new Argument<string>("SERVICE") { Description = "The service whose section it is." };
        var role = new Option<string>("--role") { HelpName = "ROLE", Description = "director or cabinet member.", DefaultValueFactory = _ => Role.Director.Name() };
        var onBehalf = new Option<string?>("--on-behalf") { HelpName = "TEXT", Description = "Who signed it off and where that can be seen, where you record it for them." };
        return new Verb("sign", "Signs the section of a service off.", Notes) { store, report, service, role, onBehalf, actor }.Takes(store, report, actor, "The section is signed off.", (step, parsed, cancel) => step.OnDraftAsync(async draft =>
        {
            if (Roles.Read(parsed.GetRequiredValue(role)) is not { } signer)
            {
                return new StepResult.Refused([$"There is no role \"{parsed.GetValue(role)}\": write director or cabinet member."]);
            }

            // Whoever works on the store itself and has no account there keeps the record for others.
            var who = step.Now.People.GetValueOrDefault(step.Who) ?? new Person(step.Who, step.Who, [Role.Analyst], [], []);
            return await ReportSteps.SignSectionAsync(step.Store, step.Life.Name, draft.AsItIs, parsed.GetRequiredValue(service), signer, who, parsed.GetValue(onBehalf), cancel);
        }, cancel));
    }

    public static Verb Answer()
    {
        var (store, report, actor, why) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor(), StoreOptions.Why());
        var item = new Argument<string>("ITEM") { Description = "The item's key, as outturn publish checklist prints it: stale:CS04a." };
        return new Verb("answer", "Answers for an error of the checklist, with a reason that is kept.", Notes) { store, report, item, actor, why }.Takes(store, report, actor, "The reason is kept with the report.", (step, parsed, cancel) => step.OnDraftAsync(async draft =>
            draft.AsItIs.Blocking.All(error => error.Key != parsed.GetValue(item)) ? new StepResult.Refused([$"No error that can be answered for is called \"{parsed.GetValue(item)}\": see outturn publish checklist."])
                : await ReportSteps.AnswerForAsync(step.Store, step.Life.Name, parsed.GetRequiredValue(item), step.Who, parsed.GetValue(why), cancel), cancel));
    }

    public static Verb SignOff()
    {
        var (store, report, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor());
        return new Verb("sign-off", "Signs a report off as a whole: its content is fixed, and another person releases it.", Notes) { store, report, actor }.Takes(store, report, actor, "The report is signed off: somebody else schedules its release.", (step, _, cancel) =>
            step.OnDraftAsync(draft => ReportSteps.SignAllAsync(step.Store, step.Life.Name, draft.AsItIs, step.Who, cancel), cancel));
    }

    public static Verb Back()
    {
        var (store, report, actor, why) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor(), StoreOptions.Why());
        return new Verb("back", "Takes a report that is not issued back to a draft.", Notes) { store, report, actor, why }.Takes(store, report, actor, "The report is a draft again.", (step, parsed, cancel) =>
            ReportSteps.TakeBackAsync(step.Store, step.Life.Name, step.Who, parsed.GetValue(why), cancel));
    }

    public static Verb Another(string name, EditionKind kind, string description)
    {
        var (store, report, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), StoreOptions.Actor());
        var reason = new Option<string>("--reason") { HelpName = "TEXT", Description = "Why, in words for the public: they stand beside the report for good.", Required = true };
        return new Verb(name, description, Notes) { store, report, reason, actor }.Takes(store, report, actor, $"The {kind.Name()} is begun.", (step, parsed, cancel) =>
            ReportSteps.BeginEditionAsync(step.Store, step.Life.Name, kind, step.Who, parsed.GetValue(reason), cancel));
    }
}
