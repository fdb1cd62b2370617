using Outturn.App.Review;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;

namespace Outturn.App.Registers;

/// <summary>What came of a change to the register that somebody made by hand.</summary>
public abstract record RegisterEditResult
{
    private RegisterEditResult()
    {
    }

    /// <param name="Changes">None where it was so already.</param>
    public sealed record Made(IReadOnlyList<FactChange> Changes) : RegisterEditResult;

    public sealed record Refused(IReadOnlyList<string> Reasons) : RegisterEditResult;
}

/// <summary>A register as somebody would have it, or why it cannot be so.</summary>
/// <param name="Register">Null where it cannot.</param>
/// <param name="Template">The house's Word template, where another takes the place of what is kept.</param>
public sealed record RegisterDraft(Register? Register, IReadOnlyList<string> Refusals, byte[]? Template = null)
{
    /// <summary>Which committee was told, when and under which item; owed by a change within a year that was adopted.</summary>
    public string? Committee { get; init; }

    public static RegisterDraft Of(Register register) => new(register, []);

    public static RegisterDraft Refuse(params string[] reasons) => new(null, reasons);
}

/// <summary>Changes a register by hand: council, posts, services, committees, meetings, indicators and their levels. What differs is kept as new versions.</summary>
/// <remarks>Figures, and what is said of them, come by submissions and imports alone.</remarks>
public static class RegisterEdit
{
    /// <param name="edit">Makes of the register as it is what it is to be; what it leaves out is withdrawn.</param>
    public static Task<RegisterEditResult> RunAsync(Store store, Act act, Func<Register, RegisterDraft> edit, CancellationToken cancel) =>
        store.WriteAsync<RegisterEditResult>(act, async writing =>
        {
            if (await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is not { } register)
            {
                return Refuse(writing, [CouncilSource.NoCouncil]);
            }

            var draft = edit(register);
            if (draft.Register is not { } edited)
            {
                return Refuse(writing, draft.Refusals);
            }

            if (Dangling(edited) is { Count: > 0 } dangling)
            {
                return Refuse(writing, dangling);
            }

            if (await AdoptedYears.KeepAsync(writing, await AdoptedYears.ReadAsync(writing.Db, cancel), register, edited, act.Why, draft.Committee, cancel) is { Count: > 0 } owed)
            {
                return Refuse(writing, owed);
            }

            return new RegisterEditResult.Made(await SettleAsync(writing, register, edited, draft.Template, cancel));
        }, cancel);

    /// <summary>Adds what differs between two registers to the change that is being made.</summary>
    /// <param name="template">The house's Word template, where another takes the place of what is kept.</param>
    internal static async Task<IReadOnlyList<FactChange>> SettleAsync(Writing writing, Register before, Register after, byte[]? template, CancellationToken cancel)
    {
        var words = await StoredWords.ReadAsync(writing.Db, cancel);
        writing.KeepOnce(words.All);
        var comparing = new RegisterComparison(writing, words, new ImportOptions(Withdraws: true));
        var facts = new RegisterFacts(after, writing.Words);
        var digest = template is { } bytes ? await writing.FileAsync(bytes, cancel)
            : after.Council.Template is null ? null
            : (await writing.Db.KnownAsync<CouncilFact>(long.MaxValue, cancel)).Single().TemplateDigest;
        await comparing.SettleCouncilAsync(facts, digest, cancel);
        await comparing.SettleAsync(Definitions(facts, before, after), cancel, _ => true);
        await comparing.SettleAsync(facts.Suppressions(), cancel);
        await comparing.SettleAsync(facts.Placements(), cancel);
        await comparing.SettleAsync(facts.Levels(), cancel);
        if (!ReferenceEquals(before.Texts, after.Texts))
        {
            await comparing.SettleAsync(facts.Texts(), cancel);
        }

        return comparing.Changes;
    }

    /// <summary>The definitions in force of the indicators that are not as they were: what was counted otherwise before stays as it was.</summary>
    private static IEnumerable<DefinitionFact> Definitions(RegisterFacts facts, Register before, Register after)
    {
        var known = before.Indicators.ToDictionary(history => history.Indicator.Ref, history => history.Indicator);
        var changed = after.Indicators.Select(history => history.Indicator)
            .Where(indicator => !known.TryGetValue(indicator.Ref, out var was) || !ReferenceEquals(was, indicator))
            .Select(indicator => indicator.Ref).ToHashSet();
        return facts.Definitions().Where(fact => changed.Contains(fact.Ref));
    }

    /// <summary>Names that would lead nowhere.</summary>
    internal static List<string> Dangling(Register register)
    {
        var (posts, services, committees) = (register.Posts.Select(post => post.Id).ToHashSet(), register.Services.Select(service => service.Name).ToHashSet(), register.Committees.Select(committee => committee.Name).ToHashSet());
        IEnumerable<string> indicators = register.Indicators.Select(history => history.Indicator).SelectMany(Of);
        return
        [
            .. register.Services.SelectMany(service => new[] { service.Director, service.CabinetMember }.Where(post => post is not null && !posts.Contains(post.Id)).Select(post => $"{service.Name} names the post {post!.Id}, which would not be there.")),
            .. register.House.Signatures.Where(line => !posts.Contains(line.Post.Id)).Select(line => $"\"{line.Label}\" is signed by the post {line.Post.Id}, which would not be there: change the signatures first."),
            .. register.House.Signatures.Select(line => (What: line.Label, line.For)).Concat(register.House.Blocks.Select(block => (What: block.Heading, block.For)))
                .Where(row => row.For is { } owner && !committees.Contains(owner) && register.Reports.All(report => report.Name != owner))
                .Select(row => $"\"{row.What}\" is for {row.For}, which would be neither a committee nor a report: change the form of papers first."),
            .. register.Meetings.Where(meeting => !committees.Contains(meeting.Committee.Name)).Select(meeting => $"The meeting on {meeting.Date:dd/MM/yyyy} would be of no committee."),
            .. indicators,
        ];

        IEnumerable<string> Of(Indicator indicator) =>
        [
            .. services.Contains(indicator.Service.Name) ? [] : new[] { $"{indicator.Ref} belongs to {indicator.Service.Name}, which would not be there: move it first." },
            .. indicator.Committees.Where(committee => !committees.Contains(committee.Name)).Select(committee => $"{indicator.Ref} is reported to the {committee.Name}, which would not be there."),
            .. new[] { indicator.Owner, indicator.Approver }.Where(post => post is not null && !posts.Contains(post.Id)).Select(post => $"{indicator.Ref} names the post {post!.Id}, which would not be there."),
        ];
    }

    private static RegisterEditResult.Refused Refuse(Writing writing, IReadOnlyList<string> reasons)
    {
        writing.Abandon();
        return new RegisterEditResult.Refused(reasons);
    }
}
