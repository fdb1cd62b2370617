using System.CommandLine;

namespace Outturn.Cli.Release;

/// <summary>outturn publish: a report's way from draft to issued and public.</summary>
internal static class PublishCommand
{
    public static Command Create() => new("publish", "A report's way from draft to the public: review, sign-off, release, correction.")
    {
        PublishStatus.Create(),
        PublishBegin.Create(),
        PublishStatus.Checklist(),
        PublishSteps.Review(),
        PublishSteps.Sign(),
        PublishSteps.Answer(),
        PublishSteps.SignOff(),
        PublishRelease.Schedule(),
        PublishSteps.Back(),
        PublishSteps.GiveUp(),
        PublishSteps.Another("correct", Core.Release.EditionKind.Correction, "Begins a correction: the whole report anew, with a reason for the public."),
        PublishSteps.Another("supplement", Core.Release.EditionKind.Supplement, "Begins a supplement: a page with the figures that arrived since the issue."),
        PublishSteps.Another("withdraw", Core.Release.EditionKind.Withdrawal, "Proposes to withdraw a report; somebody else confirms it."),
        PublishRelease.ConfirmWithdrawal(),
        PublishRelease.Rehearse(),
        PublishRelease.Run(),
    };
}
