using Outturn.App.Mail;
using Outturn.App.Release;
using Outturn.Core.Mail;
using Outturn.Tests.Mail;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Release;

/// <summary>Nobody is asked by mail to sign off what has gone on without them, however late the mail server takes it.</summary>
public sealed class ReportMailTests
{
    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Requests_that_have_not_gone_out_lapse_with_the_reports_next_step(string engine)
    {
        using var county = await ReleasedCounty.BegunAsync(engine);
        async Task<int> WaitingAsync() => (await county.Test.OutboxAsync()).Count(message => message is { Kind: MailKind.SignOff, State: MailState.Waiting });
        ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(county.Store, ReleasedCounty.Report, (await county.DraftAsync()).AsItIs, "analyst", null, default));
        var asked = await WaitingAsync();
        Assert.True(asked > 1);
        ReleasedCounty.Taken(await ReportSteps.TakeBackAsync(county.Store, ReleasedCounty.Report, "analyst", "One more figure.", default));
        Assert.Equal(0, await WaitingAsync());

        ReleasedCounty.Taken(await ReportSteps.SendForReviewAsync(county.Store, ReleasedCounty.Report, (await county.DraftAsync()).AsItIs, "analyst", null, default));
        Assert.Equal(asked, await WaitingAsync());
        await county.SignOffAsync();
        var done = (await county.Test.OutboxAsync()).Where(message => message.Kind == MailKind.SignOff).ToList();
        Assert.All(done, message => Assert.Equal((MailState.Cancelled, "The report has come further since."), (message.State, message.Reason)));
    }
}
