using System.CommandLine;

namespace Outturn.Cli.Review;

/// <summary>outturn review: the annual review of indicators, targets and floor standards.</summary>
internal static class ReviewCommand
{
    public static Command Create() => new("review", "The annual review: proposals, evidence, challenge, the paper, adoption.")
    {
        ReviewSteps.Open(),
        ReviewStatus.Create(),
        ReviewWhatIf.Create(),
        ReviewWorkbooks.Workbook(),
        ReviewWorkbooks.Import(),
        ReviewSteps.Challenge(),
        ReviewSteps.Answer(),
        ReviewSteps.Agree(),
        ReviewSteps.TakeBack(),
        ReviewPaperCommand.Create(),
        ReviewComments.Comment(),
        ReviewComments.Reply(),
        ReviewSteps.PutForward(),
        ReviewSteps.Adopt(),
        ReviewChanges.Create(),
    };
}
