using System.CommandLine;
using Outturn.App.Collection;

namespace Outturn.Cli.Collection;

/// <summary>What came of a submission, in words.</summary>
internal static class SubmitText
{
    private const int MostListed = 40;

    /// <param name="accept">How warnings are overridden by the verb that submitted.</param>
    public static int Print(SubmitResult result, InvocationConfiguration streams, string accept = "--override CODE=REASON")
    {
        switch (result)
        {
            case SubmitResult.Accepted accepted:
                Print(accepted, streams.Output);
                return ExitCode.Done;
            case SubmitResult.NeedsReasons needs:
                foreach (var (reference, warning) in needs.Warnings)
                {
                    streams.Error.WriteLine($"warning: {reference}, {warning.Period} ({warning.Code}): {warning.Sentence}");
                }

                streams.Error.WriteLine($"Nothing was taken: correct {(needs.Warnings.Count == 1 ? "the figure" : "the figures")}, or say why {(needs.Warnings.Count == 1 ? "it is" : "they are")} right: {accept}");
                return ExitCode.Refused;
            case SubmitResult.Refused refused:
                foreach (var problem in refused.Problems)
                {
                    streams.Error.WriteLine($"refused: {problem}");
                }

                streams.Error.WriteLine("Nothing was taken.");
                return ExitCode.Refused;
            default:
                throw new InvalidOperationException("A submission is accepted or not.");
        }
    }

    private static void Print(SubmitResult.Accepted accepted, TextWriter output)
    {
        foreach (var change in accepted.Changes.Take(MostListed))
        {
            output.WriteLine($"{(accepted.IsApplied ? "submitted" : "would be submitted")}  {change}");
        }

        if (accepted.Changes.Count > MostListed)
        {
            output.WriteLine($"... and {accepted.Changes.Count - MostListed:N0} more");
        }

        foreach (var kept in accepted.Kept)
        {
            output.WriteLine($"kept as it is stored, which is newer  {kept}");
        }

        foreach (var remark in accepted.Remarks)
        {
            output.WriteLine($"warning: {remark}");
        }

        output.WriteLine($"{accepted.Changes.Count:N0} {(accepted.IsApplied ? "submitted" : "would be submitted")}, {accepted.Same:N0} the same{(accepted.Kept.Count > 0 ? $", {accepted.Kept.Count:N0} kept" : "")}."
            + (accepted.IsApplied ? "" : " Nothing was written: that was a look."));
    }
}
