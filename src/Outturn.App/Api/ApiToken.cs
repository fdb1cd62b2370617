using Microsoft.EntityFrameworkCore;
using Outturn.App.People;
using Outturn.App.Stores;

namespace Outturn.App.Api;

/// <summary>By which a service's system sends its figures. The secret itself is shown once; the store keeps its digest.</summary>
public sealed class ApiToken
{
    /// <summary>What it is called in the audit trail, behind "api:".</summary>
    public required string Name { get; init; }

    public required string Digest { get; init; }

    /// <summary>The services whose figures it may send, a line for each.</summary>
    public required string Services { get; init; }

    public required string MadeBy { get; init; }

    public DateTime Made { get; init; }

    /// <summary>UTC.</summary>
    public DateTime Ends { get; init; }

    public DateTime? LastUsed { get; set; }

    public IReadOnlyList<string> ServiceNames => Services.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As which it stands in the audit trail.</summary>
    public string Who => $"api:{Name}";

    internal static void Map(ModelBuilder model) => model.Entity<ApiToken>().ToTable("api_token").HasKey(row => row.Name);
}

/// <summary>The tokens of services' systems: made, listed, taken back.</summary>
public sealed class ApiTokens(Store store)
{
    private const int LongestName = 40;

    /// <summary>Nothing goes on for ever that nobody looks after.</summary>
    public const int MostDays = 730;

    /// <summary>So often its last use is written down.</summary>
    private static readonly TimeSpan NotesEvery = TimeSpan.FromHours(1);

    public Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancel) =>
        store.ReadAsync(async db => (IReadOnlyList<ApiToken>)await db.Set<ApiToken>().OrderBy(token => token.Name).ToListAsync(cancel), cancel);

    /// <summary>Why a token cannot be called so, or null.</summary>
    public static string? NameRefusal(string name) =>
        name.Length is 0 or > LongestName || name.Any(letter => !char.IsAsciiLetterOrDigit(letter) && letter is not ('-' or '.' or '_')) ? $"A token's name has 1 to {LongestName} letters, digits, hyphens or points: crm-contact-centre." : null;

    /// <summary>Makes one; the secret is given back and kept nowhere.</summary>
    /// <returns>Null, with the reason, where it cannot be made.</returns>
    public Task<(string? Secret, string Refusal)> MakeAsync(string name, IReadOnlyList<string> services, int days, string who, CancellationToken cancel)
    {
        if (NameRefusal(name) is { } refusal)
        {
            return Task.FromResult<(string?, string)>((null, refusal));
        }

        if (services.Count == 0)
        {
            return Task.FromResult<(string?, string)>((null, "Choose at least one service whose figures it may send."));
        }

        if (days is < 1 or > MostDays)
        {
            return Task.FromResult<(string?, string)>((null, $"A token lasts 1 to {MostDays} days."));
        }

        var secret = "outturn_" + Secrets.Make();
        return store.WriteAsync<(string?, string)>(new Act(who, "make api token", $"{name}: {string.Join(", ", services)}"), async writing =>
        {
            if (await writing.Db.Set<ApiToken>().AnyAsync(token => token.Name == name, cancel))
            {
                writing.Abandon();
                return (null, $"There is a token called {name} already: take it back first, or choose another name.");
            }

            writing.Db.Add(new ApiToken { Name = name, Digest = Secrets.Digest(secret), Services = string.Join('\n', services), MadeBy = who, Made = writing.At, Ends = writing.At.AddDays(days) });
            writing.WritesEntryAlone();
            return (secret, "");
        }, cancel);
    }

    /// <returns>Whether there was one.</returns>
    public Task<bool> RevokeAsync(string name, string who, CancellationToken cancel) =>
        store.WriteAsync(new Act(who, "revoke api token", name), async writing =>
        {
            if (await writing.Db.Set<ApiToken>().Where(token => token.Name == name).ExecuteDeleteAsync(cancel) == 0)
            {
                writing.Abandon();
                return false;
            }

            writing.WritesEntryAlone();
            return true;
        }, cancel);

    /// <summary>The token of a secret; null where it is none, was taken back, or has ended.</summary>
    public async Task<ApiToken?> FindAsync(string secret, CancellationToken cancel)
    {
        var digest = Secrets.Digest(secret);
        var now = store.Clock.GetUtcNow().UtcDateTime;
        if (await store.ReadAsync(db => db.Set<ApiToken>().SingleOrDefaultAsync(token => token.Digest == digest, cancel), cancel) is not { } token || token.Ends <= now)
        {
            return null;
        }

        if (token.LastUsed is not { } last || now - last > NotesEvery)
        {
            await store.KeepAsync(async db => await db.Set<ApiToken>().Where(row => row.Name == token.Name).ExecuteUpdateAsync(row => row.SetProperty(known => known.LastUsed, now), cancel), cancel);
        }

        return token;
    }
}
