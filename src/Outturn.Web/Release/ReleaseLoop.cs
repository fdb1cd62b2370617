using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outturn.App.Registers;
using Outturn.App.Release;
using Outturn.App.Stores;
using Outturn.Core.Release;

namespace Outturn.Web.Release;

/// <summary>Issues what is scheduled when its time has come, and copies it to the public store until it is there. Several processes may do so at once.</summary>
public sealed partial class ReleaseLoop(Store store, LiveCouncil live, ServeOptions options, ILogger<ReleaseLoop> log) : BackgroundService
{
    private static readonly TimeSpan LooksEvery = TimeSpan.FromSeconds(1);

    /// <summary>So often the public store is compared with what was issued, though this process has issued nothing: another may have, and have ended.</summary>
    private static readonly TimeSpan ComparesEvery = TimeSpan.FromSeconds(30);

    /// <summary>More than this between the clocks of two machines is worth a word.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromSeconds(5);

    private int seenIssued;

    private readonly ReleaseClock clock = new(store.Clock);

    /// <summary>What went wrong at the last look; null when all went well. Nothing fails in silence: the pages of reports say it.</summary>
    public string? Trouble { get; private set; }

    /// <summary>Whether the machine's clock was just put forward, and releases wait until it is believed.</summary>
    public bool IsSettling => clock.IsSettling;

    /// <summary>Where what is issued is made public; null where this program has no public store.</summary>
    public string? PublicStore => options.Public;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(LooksEvery, store.Clock);
        var compared = store.Clock.GetTimestamp() - (long)(ComparesEvery.TotalSeconds * store.Clock.TimestampFrequency);
        try
        {
            do
            {
                if (await LookAsync(store.Clock.GetElapsedTime(compared) >= ComparesEvery, stoppingToken))
                {
                    compared = store.Clock.GetTimestamp();
                }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program ends; what is scheduled is issued by the next one.
        }
    }

    /// <returns>Whether the public store was compared with what was issued.</returns>
    private async Task<bool> LookAsync(bool compare, CancellationToken cancel)
    {
        try
        {
            var now = clock.Now();
            var lives = (await live.ReadAsync(cancel)).Lives;
            if (lives.Any(life => life.Last.State == EditionState.Scheduled && life.Last.ReleaseAt <= now))
            {
                var issued = await Issuing.IssueDueAsync(store, now, cancel, options.PublicAddress);
                compare |= issued.Count > 0;
                if (issued.Count == 0 && await Issuing.AheadAsync(store, now, cancel) is var ahead && ahead > Apart)
                {
                    Trouble = $"This machine's clock is {ahead.TotalSeconds:N0} seconds ahead of that of the machine that the store is on: releases wait for the later of the two. Set the clocks.";
                    return false;
                }
            }

            // A withdrawal is issued by whoever confirms it: it goes out at once as well.
            var issuedNow = lives.Sum(life => life.Editions.Count(edition => edition.IsIssued));
            (compare, seenIssued) = (compare || issuedNow != seenIssued, issuedNow);
            if (compare && options.Public is { } path && lives.Count > 0)
            {
                (_, Trouble) = await Publisher.RunAsync(store, path, cancel);
            }
            else if (compare)
            {
                Trouble = null;
            }

            return compare && Trouble is null;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // Whatever it is, the next look comes, and people are told.
            Trouble = e.Message;
            LogTrouble(log, e);
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A release could not be made; it is tried again every second.")]
    private static partial void LogTrouble(ILogger log, Exception exception);
}
