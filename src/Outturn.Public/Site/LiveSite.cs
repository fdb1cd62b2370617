using Microsoft.Data.Sqlite;
using Outturn.Reports.Issued;
using Outturn.Public.Serving;

namespace Outturn.Public.Site;

/// <summary>The site as it is now: looked at again when a second has passed, and made anew where something was issued since.</summary>
internal sealed class LiveSite(PublicOptions options, TimeProvider clock)
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(1);

    private readonly PublicFile file = new(options.Store);
    private readonly Lock gate = new();
    private readonly Dictionary<string, IssuedEdition> contents = [];
    private volatile State? state;

    /// <summary>What is public now, with the pages that were made of it; null, with the reason for the log, where the store cannot be read.</summary>
    public (PublicSite Site, Renditions Pages)? Now(out string? refusal)
    {
        var seen = state;
        if (seen is null || clock.GetElapsedTime(seen.LookedAt) >= LooksEvery)
        {
            lock (gate)
            {
                if (state == seen)
                {
                    state = Look(seen);
                }

                seen = state!;
            }
        }

        refusal = seen.Refusal;
        return seen.Site is { } site && refusal is null ? (site, seen.Pages!) : null;
    }

    /// <summary>The bytes of a file by their SHA-256; null where they are gone.</summary>
    /// <exception cref="SqliteException">The store cannot be read.</exception>
    public byte[]? Content(string digest) => file.Content(digest);

    private State Look(State? before)
    {
        var now = clock.GetTimestamp();
        try
        {
            if (before is { Site: { } known, Refusal: null } && file.Head() == known.Head)
            {
                return before with { LookedAt = now };
            }

            var (head, editions) = file.Read(contents.Keys.ToHashSet());
            foreach (var edition in editions)
            {
                if (edition.Json is { } json)
                {
                    contents[edition.Digest] = EditionJson.Read(json) ?? throw new FormatException($"Edition {edition.Number} is in a form that this version does not know: upgrade it.");
                }
            }

            return new State(now, new PublicSite(head, editions, contents), new Renditions(), null);
        }
        catch (Exception e) when (e is SqliteException or FormatException or IOException or InvalidOperationException)
        {
            return new State(now, before?.Site, before?.Pages, e.Message);
        }
    }

    /// <param name="LookedAt">A time stamp of the clock.</param>
    private sealed record State(long LookedAt, PublicSite? Site, Renditions? Pages, string? Refusal);
}
