using System.CommandLine;

namespace Outturn.Cli.Outcomes;

/// <summary>outturn outcomes: how outcomes frameworks and the council's own indicators cover each other.</summary>
internal static class OutcomesCommand
{
    public static Command Create() => new("outcomes", "The outcomes framework beside the council's indicators: coverage, mapping, the paper.")
    {
        OutcomesCoverage.Create(),
        OutcomesSuggest.Create(),
        OutcomesLink.Link(),
        OutcomesLink.Unlink(),
        OutcomesPaperCommand.Create(),
        OutcomesChanges.Create(),
    };
}
