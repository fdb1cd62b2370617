using Outturn.App;

namespace Outturn.Cli;

/// <summary>Prints what is wrong with what was sent: one line a defect, in the order of the rows, and how many there are at the end.</summary>
internal static class DefectPrinter
{
    /// <summary>More scroll away on a screen; a file or a script gets all.</summary>
    private const int MostOnScreen = 200;

    /// <param name="consequence">What follows, when there are errors: nothing was written.</param>
    public static void Print(DefectList defects, TextWriter error, bool toScreen, string consequence = "nothing was written")
    {
        if (defects.Errors + defects.Warnings == 0)
        {
            return;
        }

        var inOrder = defects.InOrder();
        var printed = toScreen ? Math.Min(inOrder.Count, MostOnScreen) : inOrder.Count;
        foreach (var defect in inOrder.Take(printed))
        {
            error.WriteLine($"{Word(defect.Severity)}: {defect}");
        }

        if (inOrder.Count - printed + defects.NotKept is var more and > 0)
        {
            error.WriteLine($"... and {more:N0} more" + (defects.NotKept == 0 ? ": add 2>reasons.txt to the command to have them all in a file." : "."));
        }

        error.WriteLine(Summary(defects, consequence));
    }

    private static string Summary(DefectList defects, string consequence) =>
        defects.Errors == 0 ? $"{Counted(defects.Warnings, "warning")}."
        : defects.Warnings == 0 ? $"{Counted(defects.Errors, "error")}: {consequence}."
        : $"{Counted(defects.Errors, "error")} and {Counted(defects.Warnings, "warning")}: {consequence}.";

    private static string Counted(int count, string what) => $"{count:N0} {what}{(count == 1 ? "" : "s")}";

    private static string Word(Severity severity) => severity == Severity.Error ? "error" : "warning";
}
