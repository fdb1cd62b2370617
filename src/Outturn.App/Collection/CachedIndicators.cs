using Microsoft.EntityFrameworkCore;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;

namespace Outturn.App.Collection;

/// <summary>A store's register without its figures, read again only when an entry may have changed it: submissions come by the thousand, and change none of it.</summary>
internal sealed class CachedIndicators
{
    /// <summary>The actions that change figures, what is said of them and how far they have come, and nothing of the register.</summary>
    public static readonly string[] Routine =
        [Submissions.Action, .. Enum.GetValues<CollectionVerb>().Select(RoundSteps.ActionOf), Rounds.OpenAction, .. Release.ReportSteps.Actions];

    private Known? known;

    /// <returns>Null where the store holds no council yet.</returns>
    public async Task<Register?> ReadAsync(CouncilDb db, long upTo, DateOnly today, CancellationToken cancel)
    {
        if (known is { } cached && cached.Day == today && cached.UpTo <= upTo
            && (cached.UpTo == upTo || !await db.Entries.AnyAsync(entry => entry.Number > cached.UpTo && !Routine.Contains(entry.Action), cancel)))
        {
            known = cached with { UpTo = upTo };
            return cached.Register;
        }

        if (await StoredRegister.ReadAsync(db, upTo, today, cancel, withFigures: false) is not { } register)
        {
            return null;
        }

        known = new Known(upTo, today, register);
        return register;
    }

    /// <summary>An entry that was just written changed nothing of it, if it is routine.</summary>
    public void Passed(long entry, string action)
    {
        if (known is { } cached && cached.UpTo == entry - 1 && Routine.Contains(action))
        {
            known = cached with { UpTo = entry };
        }
    }

    private sealed record Known(long UpTo, DateOnly Day, Register Register);
}
