using System.Security.Cryptography;
using Outturn.App.Audit;
using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.Core.People;
using Outturn.Tests.Stores;

namespace Outturn.Tests.People;

/// <summary>How people prove who they are, on both engines; and that every change of it stands in the audit trail.</summary>
public sealed class AccountTests
{
    private const string Password = "lantern gravel otter";

    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_first_link_makes_one_administrator_and_is_good_once(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        var (invitations, accounts) = (new Invitations(test.Store), new Accounts(test.Store));
        var old = (await invitations.FirstAsync(default))!;
        var code = (await invitations.FirstAsync(default))!;
        Assert.Null(await invitations.AccountOfAsync(old, default));
        Assert.Equal("", await invitations.AccountOfAsync(code, default));
        var first = new Person("a.shah", "Amina Shah (fictional)", [Role.Administrator], [], []);
        Assert.IsType<AccountResult.Refused>(await invitations.AcceptAsync(code, "short", first, default));
        Assert.IsType<AccountResult.Refused>(await invitations.AcceptAsync(code, "a.shah a.shah a.shah", first, default));
        Assert.IsType<AccountResult.Done>(await invitations.AcceptAsync(code, Password, first, default));
        Assert.IsType<AccountResult.Refused>(await invitations.AcceptAsync(code, Password, first with { Account = "another" }, default));
        Assert.Null(await invitations.FirstAsync(default));
        Assert.True(await accounts.IsPasswordAsync("a.shah", Password, default));
        Assert.False(await accounts.IsPasswordAsync("a.shah", Password + "s", default));
        Assert.False(await accounts.IsPasswordAsync("nobody", Password, default));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_authenticator_is_set_up_by_its_code_and_recovery_codes_are_good_once(string engine)
    {
        using var test = await SignedUpAsync(engine);
        var accounts = new Accounts(test.Store);
        var key = await accounts.AuthenticatorKeyAsync("a.shah", default);
        Assert.Equal(key, await accounts.AuthenticatorKeyAsync("a.shah", default));
        Assert.Null(await accounts.SetAuthenticatorAsync("a.shah", "000000", default));
        Assert.False(await accounts.HasAuthenticatorAsync("a.shah", default));
        var codes = (await accounts.SetAuthenticatorAsync("a.shah", Code(key), default))!;
        Assert.Equal(10, codes.Count);
        Assert.True(await accounts.HasAuthenticatorAsync("a.shah", default));
        Assert.True(await accounts.RedeemRecoveryCodeAsync("a.shah", codes[3], default));
        Assert.False(await accounts.RedeemRecoveryCodeAsync("a.shah", codes[3], default));
        Assert.True(await accounts.ResetAuthenticatorAsync("a.shah", "administrator", "lost telephone", default));
        Assert.False(await accounts.HasAuthenticatorAsync("a.shah", default));
        Assert.NotEqual(key, await accounts.AuthenticatorKeyAsync("a.shah", default));
    }

    [Fact]
    public async Task Sessions_that_have_ended_by_themselves_are_not_kept_at_hand()
    {
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        var sessions = new Sessions(test.Store);
        for (var i = 0; i < 20; i++)
        {
            Assert.NotNull(await sessions.AccountOfAsync(await sessions.BeginAsync($"a.shah{i}", "a test", "127.0.0.1", default), default));
        }

        Assert.Equal(20, sessions.AtHand);
        test.Clock.Now += Sessions.LongestIdle + TimeSpan.FromMinutes(1);
        Assert.NotNull(await sessions.AccountOfAsync(await sessions.BeginAsync("a.shah", "a test", "127.0.0.1", default), default));
        Assert.Equal(1, sessions.AtHand);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Sessions_are_known_by_their_key_listed_and_revoked(string engine)
    {
        using var test = await SignedUpAsync(engine);
        var sessions = new Sessions(test.Store);
        var (here, there) = (await sessions.BeginAsync("a.shah", "here", "127.0.0.1", default), await sessions.BeginAsync("a.shah", "there", "127.0.0.1", default));
        Assert.Equal(("a.shah", "a.shah", (string?)null), (await sessions.AccountOfAsync(here, default), await sessions.AccountOfAsync(there, default), await sessions.AccountOfAsync("made-up", default)));
        Assert.Equal(2, (await sessions.ListAsync("a.shah", default)).Count);
        Assert.Empty(await test.ReadAsync($"SELECT digest FROM session WHERE digest = '{here}'"));
        Assert.Equal(1, await sessions.RevokeAsync("a.shah", null, here, "a.shah", default));
        Assert.Equal(("a.shah", (string?)null), (await sessions.AccountOfAsync(here, default), await sessions.AccountOfAsync(there, default)));
        Assert.Null(await new Sessions(test.Store).AccountOfAsync(there, default));
        test.Clock.Now += Sessions.LongestIdle + TimeSpan.FromSeconds(1);
        Assert.Null(await sessions.AccountOfAsync(here, default));
        Assert.Empty(await sessions.ListAsync(null, default));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_draft_is_its_writers_alone_and_gone_when_it_is_dropped(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        var drafts = new Drafts(test.Store);
        await drafts.KeepAsync("one", new Dictionary<string, string?> { ["figure CS01"] = "{\"a\":1}" }, default);
        await drafts.KeepAsync("one", new Dictionary<string, string?> { ["figure CS01"] = "{\"a\":2}", ["figure CS02"] = null }, default);
        Assert.Equal("{\"a\":2}", Assert.Single(await drafts.ReadAsync("one", ["figure CS01", "figure CS02"], default)).Value);
        Assert.Empty(await drafts.ReadAsync("two", ["figure CS01"], default));
        await drafts.KeepAsync("one", new Dictionary<string, string?> { ["figure CS01"] = null }, default);
        Assert.Empty(await drafts.FormsAsync("one", default));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_last_administrator_stays_one_and_a_role_of_own_services_names_them(string engine)
    {
        using var test = await SignedUpAsync(engine);
        var only = new Person("a.shah", "Amina Shah (fictional)", [Role.Reader], [], []);
        Assert.Contains("last administrator", Assert.IsType<PersonResult.Refused>(await StoredPeople.KeepAsync(test.Store, only, "a.shah", null, default)).Reason);
        Assert.Contains("last administrator", Assert.IsType<PersonResult.Refused>(await StoredPeople.RemoveAsync(test.Store, "a.shah", "a.shah", null, default)).Reason);
        Assert.Contains("name them", Assert.IsType<PersonResult.Refused>(await StoredPeople.KeepAsync(test.Store, new Person("b", "B", [Role.Contributor], [], []), "a.shah", null, default)).Reason);
        Assert.IsType<PersonResult.Kept>(await StoredPeople.KeepAsync(test.Store, new Person("c", "C", [Role.Administrator], [], []), "a.shah", null, default));
        Assert.IsType<PersonResult.Kept>(await StoredPeople.RemoveAsync(test.Store, "a.shah", "c", "left", default));
        using var council = new LiveCouncil(test.Store);
        Assert.Equal(["c"], (await council.ReadAsync(default)).People.Keys);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_change_of_an_account_stands_in_the_trail_and_no_secret_does(string engine)
    {
        using var test = await SignedUpAsync(engine);
        var accounts = new Accounts(test.Store);
        var key = await accounts.AuthenticatorKeyAsync("a.shah", default);
        await accounts.SetAuthenticatorAsync("a.shah", Code(key), default);
        await accounts.ChangePasswordAsync("a.shah", "another lantern otter", default);
        var trail = await AuditList.ReadAsync(test.Store, new AuditFilter(), default);
        foreach (var action in new[] { "first start", "set password", "begin authenticator", "set authenticator", "change password" })
        {
            Assert.Contains(trail, line => line.Action == action);
        }

        Assert.DoesNotContain(trail, line => $"{line.Subject}{line.Why}".Contains(key, StringComparison.OrdinalIgnoreCase) || $"{line.Subject}{line.Why}".Contains("lantern", StringComparison.Ordinal));
        Assert.True((await AuditTrail.VerifyAsync(test.Store, null, null, default)).IsWhole);
        Assert.Empty(await test.ReadAsync("SELECT id FROM account WHERE password_hash LIKE '%lantern%'"));
    }

    private static async Task<TestStore> SignedUpAsync(string engine)
    {
        var test = await TestStore.CreateAsync(engine);
        var invitations = new Invitations(test.Store);
        var code = (await invitations.FirstAsync(default))!;
        Assert.IsType<AccountResult.Done>(await invitations.AcceptAsync(code, Password, new Person("a.shah", "Amina Shah (fictional)", [Role.Administrator], [], []), default));
        return test;
    }

    /// <summary>What an authenticator shows for a key now (RFC 6238).</summary>
    internal static string Code(string key)
    {
        const string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(key.Select(letter => Convert.ToString(alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var secret = Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2)).ToArray();
        var step = BitConverter.GetBytes(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30).Reverse().ToArray();
#pragma warning disable CA5350 // The standard of authenticators has it so.
        var hash = HMACSHA1.HashData(secret, step);
#pragma warning restore CA5350
        var start = hash[^1] & 15;
        return $"{((hash[start] & 127) << 24 | hash[start + 1] << 16 | hash[start + 2] << 8 | hash[start + 3]) % 1_000_000:D6}";
    }
}
