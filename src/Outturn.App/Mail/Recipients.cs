using Microsoft.EntityFrameworkCore;
using Outturn.App.People;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Mail;
using Outturn.Core.People;

namespace Outturn.App.Mail;

/// <summary>Where the people of a council get their mail, and which of it they want.</summary>
public sealed class Recipients
{
    private readonly Register register;
    private readonly IReadOnlyList<Person> people;
    private readonly Dictionary<string, PersonMail> chosen;

    private Recipients(Register register, IReadOnlyList<Person> people, Dictionary<string, PersonMail> chosen) => (this.register, this.people, this.chosen) = (register, people, chosen);

    /// <summary>As they are now, for use while a change is being made too.</summary>
    public static async Task<Recipients> ReadAsync(CouncilDb db, Register register, CancellationToken cancel) => new(
        register, await StoredPeople.ReadAsync(db, long.MaxValue, cancel), await db.Set<PersonMail>().AsNoTracking().ToDictionaryAsync(row => row.Account, cancel));

    /// <summary>The address of somebody: their own, that of a post they hold, or the name they sign in by where it is one; null where there is none.</summary>
    public static string? AddressOf(Person person, PersonMail? chosen, Register? register) => new[] { chosen?.Address }
        .Concat(person.Posts.Select(id => register?.Posts.FirstOrDefault(post => post.Id.Equals(id, StringComparison.OrdinalIgnoreCase))?.Email))
        .Append(person.Account)
        .FirstOrDefault(IsAddress);

    /// <summary>Those who give an indicator's figures: who holds the post that owns it, else the post's own address, else the contributors of its service.</summary>
    public IReadOnlyList<Recipient> Owing(Indicator indicator, MailKind kind)
    {
        Person[] holders = [.. people.Where(person => person.Roles.Count > 0 && person.Holds(indicator.Owner))];
        return holders.Length > 0 ? Those(holders, kind)
            : IsAddress(indicator.Owner?.Email) ? [new Recipient(null, indicator.Owner!.Email!)]
            : Those(people.Where(person => person.Is(Role.Contributor) && person.Has(indicator.Service.Name)), kind);
    }

    /// <summary>Somebody as the audit trail names them: by the name they sign in by, or by their post.</summary>
    public IReadOnlyList<Recipient> Called(string who, MailKind kind)
    {
        if (people.FirstOrDefault(person => Person.IsSame(person.Account, who)) is { } person)
        {
            return Those([person], kind);
        }

        var post = register.Posts.FirstOrDefault(known => Person.IsSame(known.Id, who));
        Person[] holders = [.. people.Where(person => person.Roles.Count > 0 && person.Holds(post))];
        return holders.Length > 0 ? Those(holders, kind) : IsAddress(post?.Email) ? [new Recipient(null, post!.Email!)] : [];
    }

    /// <summary>What colleagues call somebody, or the title of their post.</summary>
    public string NameOf(string who) =>
        people.FirstOrDefault(person => Person.IsSame(person.Account, who))?.Name ?? register.Posts.FirstOrDefault(known => Person.IsSame(known.Id, who))?.Title ?? who;

    /// <summary>Everybody who signs in and wants mail of a kind.</summary>
    public IReadOnlyList<Recipient> Wanting(MailKind kind) => Those(people.Where(person => person.Roles.Count > 0), kind);

    private IReadOnlyList<Recipient> Those(IEnumerable<Person> those, MailKind kind) =>
    [
        .. from person in those
           let choice = chosen.GetValueOrDefault(person.Account)
           where Wants(choice ?? new PersonMail { Account = person.Account }, kind)
           let address = AddressOf(person, choice, register)
           where address is not null
           select new Recipient(person.Account, address),
    ];

    private static bool Wants(PersonMail choice, MailKind kind) => kind switch
    {
        MailKind.Reminder => choice.Reminders,
        MailKind.Returned => choice.Returns,
        MailKind.Release or MailKind.Correction => choice.Releases,
        _ => true,
    };

    private static bool IsAddress(string? text) => text is not null && EmailAddress.Refusal(text) is null;
}
