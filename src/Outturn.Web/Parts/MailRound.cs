using System.Data.Common;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outturn.App.Mail;
using Outturn.App.Stores;

namespace Outturn.Web.Parts;

/// <summary>Puts the day's reminders in and sends what waits, again and again while the pages are served. Its log holds no address and no password.</summary>
internal sealed partial class MailRound(Store store, MailSender sender, ILogger<MailRound> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LooksForReminders = TimeSpan.FromMinutes(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        var looked = -1L;
        string? trouble = null;
        do
        {
            try
            {
                if (looked < 0 || TimeProvider.System.GetElapsedTime(looked) > LooksForReminders)
                {
                    looked = TimeProvider.System.GetTimestamp();
                    await Reminders.PutAsync(store, stoppingToken);
                    await sender.ForgetAsync(stoppingToken);
                }

                var pass = await sender.PassAsync(stoppingToken);
                if (pass.Trouble is not null && pass.Trouble != trouble)
                {
                    Trouble(log, pass.Trouble);
                }

                trouble = pass.Trouble ?? (pass.Sent > 0 ? null : trouble);
                if (pass.Refused + pass.Unknown > 0)
                {
                    NotSent(log, pass.Refused, pass.Unknown);
                }
            }
            catch (DbException e)
            {
                NoStore(log, e.Message);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }
        while (await NextAsync(timer, stoppingToken));
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await sender.EndAsync(cancellationToken);
        }
        catch (DbException e)
        {
            NoStore(log, e.Message);
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail waits: {Reason}")]
    private static partial void Trouble(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail: {Refused} refused, {Unknown} of which it is not known whether they arrived. Administration, Mail, lists them.")]
    private static partial void NotSent(ILogger log, int refused, int unknown);

    [LoggerMessage(Level = LogLevel.Error, Message = "Mail waits, because the store cannot be used: {Reason}")]
    private static partial void NoStore(ILogger log, string reason);
}
