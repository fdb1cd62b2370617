using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.People;

namespace Outturn.Web.Access;

/// <summary>The account of somebody who has signed on: theirs by issuer and subject, never by a name, with the roles and services that the provider gives them today.</summary>
internal sealed class SignOnAccess(Store store, LiveCouncil council, Accounts accounts, Sessions sessions)
{
    private const string Why = "as the provider of single sign-on says";

    /// <exception cref="SignOnRefusedException">They may not come in.</exception>
    public async Task<string> AccountOfAsync(SignOnClaims claims, CancellationToken cancel) =>
        await accounts.LinkedAsync(claims.Issuer, claims.Subject, cancel) is { } account ? await FollowAsync(account, claims, cancel) : await MakeAsync(claims, cancel);

    /// <summary>Links the account of somebody who is signed in, and has just proved it by their password, to whom the provider knows.</summary>
    /// <exception cref="SignOnRefusedException">They are not linked.</exception>
    public async Task LinkAsync(string account, SignOnClaims claims, CancellationToken cancel)
    {
        if (claims.Roles.Count == 0)
        {
            throw NoRole(claims);
        }

        if (await accounts.LinkOwnAsync(account, claims.Issuer, claims.Subject, cancel) is AccountResult.Refused)
        {
            throw new SignOnRefusedException(SignOnRefusal.LinkedAlready, $"{account} or whom the provider knows is linked already");
        }
    }

    private async Task<string> MakeAsync(SignOnClaims claims, CancellationToken cancel)
    {
        if (claims.Roles.Count == 0)
        {
            throw NoRole(claims);
        }

        if (claims.Account is not { } name)
        {
            throw new SignOnRefusedException(SignOnRefusal.NoName, "the provider gives no sign-in name that can be used");
        }

        return await accounts.LinkAsync(claims.Issuer, claims.Subject, new Person(name, claims.Name, claims.Roles, claims.Services, []), cancel) is AccountResult.Done done ? done.Account

            // Two windows may have come at once: the other has made the account meanwhile.
            : await accounts.LinkedAsync(claims.Issuer, claims.Subject, cancel) is { } account ? await FollowAsync(account, claims, cancel)
            : throw new SignOnRefusedException(SignOnRefusal.NameTaken, $"there is an account {name} already, and it is another's");
    }

    /// <summary>Who has lost what they had is out at once, wherever they were in.</summary>
    private async Task<string> FollowAsync(string account, SignOnClaims claims, CancellationToken cancel)
    {
        if (!(await council.ReadAsync(cancel)).People.TryGetValue(account, out var person))
        {
            throw new SignOnRefusedException(SignOnRefusal.Removed, $"{account} was removed here");
        }

        var isSame = person.Roles.Order().SequenceEqual(claims.Roles) && person.Services.Order(StringComparer.Ordinal).SequenceEqual(claims.Services.Order(StringComparer.Ordinal));
        var isKept = isSame || await StoredPeople.ReviseAsync(store, account, known => known with { Roles = claims.Roles, Services = claims.Services }, account, Why, cancel) is PersonResult.Kept;
        if (isKept && claims.Roles.Count > 0)
        {
            return account;
        }

        await sessions.RevokeAsync(account, null, null, account, cancel);
        throw claims.Roles.Count == 0 ? NoRole(claims) : new SignOnRefusedException(SignOnRefusal.LastAdministrator, $"{account} is the last administrator, and no longer one at the provider");
    }

    private static SignOnRefusedException NoRole(SignOnClaims claims) => claims.Claimed.Count == 0
        ? new SignOnRefusedException(SignOnRefusal.NoRole, "the provider gives them no role")
        : new SignOnRefusedException(SignOnRefusal.NoService, "their roles are for own services, and the provider names none that the register has");
}
