using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Cli.Stores;
using Outturn.Core.Release;
using Outturn.Web.Release;

namespace Outturn.Cli.Release;

/// <summary>Where reports stand, and what stops one.</summary>
internal static class PublishStatus
{
    private const string Notes = $"""
        {PublishOptions.Store}

        {PublishOptions.Codes}

        """;

    public static Verb Create()
    {
        var (store, json) = (PublishOptions.StoreArgument(), JsonText.Option());
        var command = new Verb("status", "Lists the reports and how far each has come.", Notes) { store, json };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetRequiredValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            using var live = new LiveCouncil(opened);
            var (lives, output) = ((await live.ReadAsync(cancel)).Lives, parsed.InvocationConfiguration.Output);
            if (parsed.GetValue(json))
            {
                output.WriteLine(JsonText.Of(lives.Select(life => new
                {
                    life.Name, life.Committee, life.Report, life.DataTo, life.Meeting, State = life.Text,
                    Editions = life.Editions.Select(edition => new { edition.Number, Kind = edition.Kind.Name(), State = edition.State.Text(), edition.PreparedBy, edition.ReleasedBy, ReleaseAt = Zoned(edition.ReleaseAt), IssuedAt = Zoned(edition.IssuedAt), edition.Reason, edition.Digest }),
                })));
                return ExitCode.Done;
            }

            output.WriteLine(lives.Count == 0 ? "No report was begun yet: outturn publish begin begins one." : $"{lives.Count} report{(lives.Count == 1 ? "" : "s")}:");
            foreach (var life in lives)
            {
                output.WriteLine($"  {life.Name}: {life.Text.ToLowerInvariant()}{(life.OnItsWay is { Number: > 1 } next ? $"; edition {next.Number} ({next.Kind.Name()}) is {next.State.Text().ToLowerInvariant()}" : "")}{(life.Last.State == EditionState.Scheduled ? $" for {UkTime.Text(life.Last.ReleaseAt!.Value)}" : "")}");
                if (!life.Last.IsIssued)
                {
                    output.WriteLine($"    next: {PublishOptions.NextStep(life)}");
                }
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    public static Verb Checklist()
    {
        var (store, report, json, actor) = (PublishOptions.StoreArgument(), PublishOptions.Report(), JsonText.Option(), StoreOptions.Actor());
        return new Verb("checklist", "Says what stops a report, and what to know before it is signed off; exit code 1 where an error stops it.", Notes) { store, report, json, actor }.Does(store, report, actor, async (step, parsed, cancel) =>
        {
            var (streams, life) = (parsed.InvocationConfiguration, step.Life);
            var (draft, refusal) = await step.DraftAsync(cancel);
            if (draft is null)
            {
                return Screen.Refuse(refusal, streams);
            }

            var items = await new ReportChecks(step.Store).OfAsync(step.Now, life, draft, cancel);
            var toSign = EditionRules.StillToSign(life.Last, draft.AsItIs.Sections, draft.AsItIs.SectionDigests);
            var answered = life.Last.Overrides.Select(said => said.Check).ToHashSet();
            if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(JsonText.Of(new
                {
                    Items = items.Select(item => new { item.Key, Severity = item.Severity.ToString().ToLowerInvariant(), item.Said, Answered = answered.Contains(item.AnsweredAs()) }),
                    ToSign = toSign.Select(section => new { section.Service, Role = section.Role.ToString(), Post = section.Post.Title }),
                }));
            }
            else
            {
                foreach (var item in items)
                {
                    streams.Output.WriteLine($"{(item.Severity == CheckSeverity.Error ? answered.Contains(item.AnsweredAs()) ? "answered" : "error   " : "warning ")} {item.Key}: {item.Said}");
                }

                foreach (var section in toSign)
                {
                    streams.Output.WriteLine($"to sign  {section.Service}: {section.Post.Title}");
                }

                streams.Output.WriteLine(items.Count == 0 && toSign.Count == 0 ? "Nothing stands in its way." : "");
            }

            return items.Any(item => item.Blocks(answered.Contains(item.AnsweredAs()))) ? ExitCode.Refused : ExitCode.Done;
        });
    }

    /// <summary>With its zone, for scripts.</summary>
    private static DateTime? Zoned(DateTime? utc) => utc is { } at ? DateTime.SpecifyKind(at, DateTimeKind.Utc) : null;
}
