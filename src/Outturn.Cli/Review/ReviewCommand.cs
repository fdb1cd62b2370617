using System.CommandLine;

namespace Outturn.Cli.Review;

/// <summary>outturn review: the annual review of indicators, targets and floor standards.</summary>
internal static class ReviewCommand
{
    public static Command Create() => new("review", "The annual review: proposals, evidence, challenge, the paper, adoption.") { ReviewPaperCommand.Create() };
}
