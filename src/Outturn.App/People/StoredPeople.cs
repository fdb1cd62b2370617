using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.People;

namespace Outturn.App.People;

/// <summary>What came of a change to somebody's access.</summary>
public abstract record PersonResult
{
    private PersonResult()
    {
    }

    public sealed record Kept(Person Person) : PersonResult;

    public sealed record Refused(string Reason) : PersonResult;
}

/// <summary>Who signs in and what they may do: every version of it kept.</summary>
public static class StoredPeople
{
    /// <summary>Makes somebody known, or changes what they may do. The last administrator stays one.</summary>
    public static Task<PersonResult> KeepAsync(Store store, Person person, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "keep person", person.Account, why), writing => KeepAsync(writing, person, cancel), cancel);

    /// <summary>Changes what somebody may do who is known now; whoever was removed meanwhile stays removed.</summary>
    public static Task<PersonResult> ReviseAsync(Store store, string account, Func<Person, Person> change, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "keep person", account, why), async writing =>
            (await ReadAsync(writing.Db, long.MaxValue, cancel)).FirstOrDefault(known => known.Account == account) is { } person
                ? await KeepAsync(writing, change(person), cancel)
                : Refuse(writing, $"Nobody signs in as {account}."), cancel);

    /// <summary>Takes all access away; what they did stays theirs.</summary>
    public static Task<PersonResult> RemoveAsync(Store store, string account, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync<PersonResult>(new Act(who, "remove person", account, why), async writing =>
        {
            var people = await ReadAsync(writing.Db, long.MaxValue, cancel);
            if (people.FirstOrDefault(known => known.Account == account) is not { } person)
            {
                return Refuse(writing, $"Nobody signs in as {account}.");
            }

            if (LastAdministrator(people, account))
            {
                return Refuse(writing, $"{account} is the last administrator: make somebody else one first.");
            }

            var last = (await writing.Db.LastVersionsAsync<PersonFact>(long.MaxValue, cancel, fact => fact.Account == account)).Single();
            writing.Add(last.WithdrawnVersion());
            return new PersonResult.Kept(person);
        }, cancel);

    internal static async Task<PersonResult> KeepAsync(Writing writing, Person person, CancellationToken cancel)
    {
        if (Person.Refusal(person.Account) is { } refusal)
        {
            return Refuse(writing, refusal);
        }

        if (string.IsNullOrWhiteSpace(person.Name))
        {
            return Refuse(writing, "A name is missing: write how colleagues call them.");
        }

        if (await StoredRegister.ReadAsync(writing.Db, long.MaxValue, UkTime.DayOf(writing.At), cancel, withFigures: false) is { } register)
        {
            if (person.Services.FirstOrDefault(service => register.Services.All(known => known.Name != service)) is { } noService)
            {
                return Refuse(writing, $"There is no service \"{noService}\" in the register.");
            }

            if (person.Posts.FirstOrDefault(post => register.Posts.All(known => known.Id != post)) is { } noPost)
            {
                return Refuse(writing, $"There is no post \"{noPost}\" in the register.");
            }
        }

        if (person.Roles.Any(role => role.IsOfOwnServices()) && person.Services.Count == 0)
        {
            return Refuse(writing, $"The role {person.Roles.First(role => role.IsOfOwnServices()).Name()} reaches a person's own services, and none is named: name them.");
        }

        if (!person.Is(Role.Administrator) && LastAdministrator(await ReadAsync(writing.Db, long.MaxValue, cancel), person.Account))
        {
            return Refuse(writing, $"{person.Account} is the last administrator: make somebody else one first.");
        }

        var last = (await writing.Db.LastVersionsAsync<PersonFact>(long.MaxValue, cancel, fact => fact.Account == person.Account)).SingleOrDefault();
        writing.Add(new PersonFact
        {
            Account = person.Account, Version = (last?.Version ?? 0) + 1, NameWords = writing.Words(person.Name.Trim()), Roles = string.Join(';', person.Roles.Distinct().Order().Select(role => role.Name())),
            Services = string.Join('\n', person.Services.Distinct()), Posts = string.Join('\n', person.Posts.Distinct()),
        });
        return new PersonResult.Kept(person);
    }

    /// <summary>Everybody who has access, by sign-in name.</summary>
    internal static async Task<IReadOnlyList<Person>> ReadAsync(CouncilDb db, long upTo, CancellationToken cancel)
    {
        var facts = await db.KnownAsync<PersonFact>(upTo, cancel);
        var words = await StoredWords.OfAsync(db, facts.Select(fact => fact.NameWords), cancel);
        return [.. facts.OrderBy(fact => fact.Account, StringComparer.Ordinal).Select(fact => new Person(fact.Account, words[fact.NameWords] ?? fact.Account, Read(fact.Roles), Lines(fact.Services), Lines(fact.Posts)))];
    }

    private static Role[] Read(string roles) => [.. roles.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Roles.Read).OfType<Role>()];

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static bool LastAdministrator(IReadOnlyList<Person> people, string account) =>
        people.Any(person => person.Account == account && person.Is(Role.Administrator)) && people.Count(person => person.Is(Role.Administrator)) == 1;

    private static PersonResult.Refused Refuse(Writing writing, string reason)
    {
        writing.Abandon();
        return new PersonResult.Refused(reason);
    }
}
