using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.People;

namespace Outturn.App.People;

/// <summary>What came of setting a password, an authenticator or a link to a single sign-on.</summary>
public abstract record AccountResult
{
    private AccountResult()
    {
    }

    /// <param name="Account">The name that is signed in by.</param>
    public sealed record Done(string Account) : AccountResult;

    public sealed record Refused(IReadOnlyList<string> Reasons) : AccountResult;
}

/// <summary>How people prove who they are, by ASP.NET Core Identity over the council's store. Every change is an entry of the audit trail.</summary>
public sealed class Accounts(Store store)
{
    /// <summary>For a sign-in name that nobody has: it takes as long as a wrong password.</summary>
    private static readonly string NobodysHash = Hasher.HashPassword(new Account("nobody"), Secrets.Make());

    private static PasswordHasher<Account> Hasher => new(Options.Create(new PasswordHasherOptions { IterationCount = 210_000 }));

    /// <summary>Whether a password is somebody's. It takes as long when there is no such account.</summary>
    public async Task<bool> IsPasswordAsync(string account, string password, CancellationToken cancel)
    {
        var hash = await store.ReadAsync(db => db.Set<Account>().Where(known => known.Id == account).Select(known => known.PasswordHash).SingleOrDefaultAsync(cancel), cancel);
        return Hasher.VerifyHashedPassword(new Account(account), hash ?? NobodysHash, password) != PasswordVerificationResult.Failed && hash is not null;
    }

    /// <summary>Whether somebody's second step is set up.</summary>
    public Task<bool> HasAuthenticatorAsync(string account, CancellationToken cancel) =>
        store.ReadAsync(db => db.Set<Account>().AnyAsync(known => known.Id == account && known.TwoFactorEnabled, cancel), cancel);

    /// <summary>Whether the code is what the authenticator shows now, or in the minute before or after.</summary>
    public Task<bool> IsCodeAsync(string account, string code, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            using var manager = Manager(db);
            return await manager.FindByIdAsync(account) is { } known
                && await manager.VerifyTwoFactorTokenAsync(known, TokenOptions.DefaultAuthenticatorProvider, Plain(code));
        },
        cancel);

    /// <summary>Whether the code is one of those that stand in for the authenticator; it is used up.</summary>
    public Task<bool> RedeemRecoveryCodeAsync(string account, string code, CancellationToken cancel) =>
        store.WriteAsync(new Act(account, "use recovery code", account), async writing =>
        {
            using var manager = Manager(writing.Db);
            if (await manager.FindByIdAsync(account) is not { } known || !(await manager.RedeemTwoFactorRecoveryCodeAsync(known, code.Trim())).Succeeded)
            {
                writing.Abandon();
                return false;
            }

            writing.WritesEntryAlone();
            return true;
        }, cancel);

    /// <summary>The key to type into an authenticator; the same until the second step is set up.</summary>
    public Task<string> AuthenticatorKeyAsync(string account, CancellationToken cancel) =>
        store.WriteAsync(new Act(account, "begin authenticator", account), async writing =>
        {
            using var manager = Manager(writing.Db);
            var known = await manager.FindByIdAsync(account) ?? throw new InvalidOperationException($"There is no account {account}.");
            if (await manager.GetAuthenticatorKeyAsync(known) is { } key)
            {
                writing.Abandon();
                return key;
            }

            await manager.ResetAuthenticatorKeyAsync(known);
            writing.WritesEntryAlone();
            return (await manager.GetAuthenticatorKeyAsync(known))!;
        }, cancel);

    /// <summary>Makes the authenticator the second step of every sign-in.</summary>
    /// <returns>The codes that stand in for it, shown once; null where the code is not what it shows.</returns>
    public async Task<IReadOnlyList<string>?> SetAuthenticatorAsync(string account, string code, CancellationToken cancel) =>
        !await IsCodeAsync(account, code, cancel) ? null
        : await store.WriteAsync(new Act(account, "set authenticator", account), async writing =>
        {
            using var manager = Manager(writing.Db);
            var known = (await manager.FindByIdAsync(account))!;
            await manager.SetTwoFactorEnabledAsync(known, true);
            writing.WritesEntryAlone();
            return (IReadOnlyList<string>)[.. (await manager.GenerateNewTwoFactorRecoveryCodesAsync(known, 10))!];
        }, cancel);

    /// <summary>Takes the authenticator away, so that another is set up at the next sign-in.</summary>
    public Task<bool> ResetAuthenticatorAsync(string account, string who, string? why, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "reset authenticator", account, why), async writing =>
        {
            using var manager = Manager(writing.Db);
            if (await manager.FindByIdAsync(account) is not { } known)
            {
                writing.Abandon();
                return false;
            }

            await manager.SetTwoFactorEnabledAsync(known, false);
            await manager.ResetAuthenticatorKeyAsync(known);
            writing.WritesEntryAlone();
            return true;
        }, cancel);

    public Task<AccountResult> ChangePasswordAsync(string account, string password, CancellationToken cancel) =>
        store.WriteAsync<AccountResult>(new Act(account, "change password", account), async writing => await SetPasswordAsync(writing, account, password) is { Count: > 0 } reasons
            ? Refuse(writing, reasons)
            : new AccountResult.Done(account), cancel);

    /// <summary>The account of somebody whom a provider of single sign-on knows; null where nobody here is linked to them.</summary>
    public Task<string?> LinkedAsync(string issuer, string subject, CancellationToken cancel) => store.ReadAsync(
        db => db.Set<IdentityUserLogin<string>>().Where(login => login.LoginProvider == issuer && login.ProviderKey == subject).Select(login => login.UserId).SingleOrDefaultAsync(cancel), cancel);

    /// <summary>Makes an account for somebody whom a provider of single sign-on knows, with the roles that it gives them.</summary>
    public Task<AccountResult> LinkAsync(string issuer, string subject, Person person, CancellationToken cancel) =>
        store.WriteAsync<AccountResult>(new Act(person.Account, "sign on", person.Account, null), async writing =>
        {
            // Somebody may be known who has no account yet, or no more: the name is theirs in the audit trail.
            if (await writing.Db.Set<Account>().AnyAsync(known => known.Id == person.Account, cancel) || await writing.Db.Set<PersonFact>().AnyAsync(known => known.Account == person.Account, cancel))
            {
                return Refuse(writing, [$"There is an account {person.Account} already, and it is another's: whoever has its password can link the two."]);
            }

            if (await StoredPeople.KeepAsync(writing, person, cancel) is PersonResult.Refused refused)
            {
                return new AccountResult.Refused([refused.Reason]);
            }

            using var manager = Manager(writing.Db);
            var account = new Account(person.Account);
            return Reasons(await manager.CreateAsync(account)) is { Count: > 0 } reasons ? Refuse(writing, reasons)
                : Reasons(await manager.AddLoginAsync(account, new UserLoginInfo(issuer, subject, null))) is { Count: > 0 } notLinked ? Refuse(writing, notLinked)
                : new AccountResult.Done(person.Account);
        }, cancel);

    /// <summary>Whether somebody can sign in by a provider of single sign-on.</summary>
    public Task<bool> IsLinkedAsync(string account, string issuer, CancellationToken cancel) => store.ReadAsync(
        db => db.Set<IdentityUserLogin<string>>().AnyAsync(login => login.UserId == account && login.LoginProvider == issuer, cancel), cancel);

    /// <summary>Lets somebody who signs in with a password sign in by a provider of single sign-on too.</summary>
    public Task<AccountResult> LinkOwnAsync(string account, string issuer, string subject, CancellationToken cancel) =>
        store.WriteAsync<AccountResult>(new Act(account, "link sign-on", account), async writing =>
        {
            using var manager = Manager(writing.Db);
            if (await manager.FindByIdAsync(account) is not { } known || (await manager.GetLoginsAsync(known)).Any(login => login.LoginProvider == issuer))
            {
                return Refuse(writing, [$"{account} is no account that can be linked, or is linked already."]);
            }

            writing.WritesEntryAlone();
            return Reasons(await manager.AddLoginAsync(known, new UserLoginInfo(issuer, subject, null))) is { Count: > 0 } reasons ? Refuse(writing, reasons) : new AccountResult.Done(account);
        }, cancel);

    /// <summary>Ends that somebody can sign in by a provider of single sign-on.</summary>
    public Task<bool> UnlinkAsync(string account, string issuer, CancellationToken cancel) =>
        store.WriteAsync(new Act(account, "unlink sign-on", account), async writing =>
        {
            var ended = await writing.Db.Set<IdentityUserLogin<string>>().Where(login => login.UserId == account && login.LoginProvider == issuer).ExecuteDeleteAsync(cancel);
            if (ended == 0)
            {
                writing.Abandon();
                return false;
            }

            writing.WritesEntryAlone();
            return true;
        }, cancel);

    /// <summary>Sets a password, of an account that is made where there is none.</summary>
    /// <returns>Why not.</returns>
    internal static async Task<IReadOnlyList<string>> SetPasswordAsync(Writing writing, string name, string password)
    {
        using var manager = Manager(writing.Db);
        writing.WritesEntryAlone();
        if (await manager.FindByIdAsync(name) is not { } account)
        {
            return Reasons(await manager.CreateAsync(new Account(name), password));
        }

        foreach (var validator in manager.PasswordValidators)
        {
            if (Reasons(await validator.ValidateAsync(manager, account, password)) is { Count: > 0 } reasons)
            {
                return reasons;
            }
        }

        await manager.RemovePasswordAsync(account);
        return Reasons(await manager.AddPasswordAsync(account, password));
    }

    internal static AccountResult.Refused Refuse(Writing writing, IReadOnlyList<string> reasons)
    {
        writing.Abandon();
        return new AccountResult.Refused(reasons);
    }

    private static IReadOnlyList<string> Reasons(IdentityResult result) => [.. result.Errors.Select(error => error.Description)];

    private static string Plain(string code) => code.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);

    private static UserManager<Account> Manager(CouncilDb db)
    {
        var options = new IdentityOptions
        {
            Password = { RequiredLength = 12, RequireDigit = false, RequireLowercase = false, RequireNonAlphanumeric = false, RequireUppercase = false, RequiredUniqueChars = 5 },
        };
        var store = new UserOnlyStore<Account, CouncilDb, string, IdentityUserClaim<string>, IdentityUserLogin<string>, IdentityUserToken<string>>(db);
        var manager = new UserManager<Account>(
            store, Options.Create(options), Hasher, [], [new PasswordValidator<Account>(), new NotThePersonsName()], new UpperInvariantLookupNormalizer(), new IdentityErrorDescriber(), NoServices.Instance, NullLogger<UserManager<Account>>.Instance);
        manager.RegisterTokenProvider(TokenOptions.DefaultAuthenticatorProvider, new AuthenticatorTokenProvider<Account>());
        return manager;
    }

    /// <summary>A name is the first thing that is guessed.</summary>
    private sealed class NotThePersonsName : IPasswordValidator<Account>
    {
        public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
            password?.Contains(user.Id.Split('@')[0], StringComparison.OrdinalIgnoreCase) == true && user.Id.Split('@')[0].Length > 3
                ? IdentityResult.Failed(new IdentityError { Description = "The password holds the sign-in name: choose three words that have nothing to do with each other." })
                : IdentityResult.Success);
    }

    private sealed class NoServices : IServiceProvider
    {
        public static NoServices Instance { get; } = new();

        public object? GetService(Type serviceType) => null;
    }
}
