using System.CommandLine;
using Outturn.App.Outcomes;
using Outturn.Core.Outcomes;

namespace Outturn.Cli.Outcomes;

/// <summary>outturn outcomes suggest: indicators that may stand for a metric, for somebody to look at; nothing is applied.</summary>
internal static class OutcomesSuggest
{
    private const string Notes = """
        Metrics of which nothing is said yet are set beside every indicator by the words and the unit that they share. Nothing is applied:
        outturn outcomes link METRIC REF --relation ... keeps what you judge.

        Exit code: 0 done, 1 the data says no, 2 wrong use.

        """;

    public static Command Create()
    {
        var (source, reference, framework, edition) = (OutcomesSource.Source(), OutcomesSource.Reference(), OutcomesSource.FrameworkOption(), OutcomesSource.Edition());
        var command = new Verb("suggest", "Suggests indicators for metrics that nobody has mapped, by the words they share.", Notes) { source, reference, framework, edition };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            var (read, code) = await OutcomesSource.ReadAsync(parsed.GetRequiredValue(source), parsed.GetRequiredValue(reference), new FrameworkChoice(parsed.GetValue(framework), parsed.GetValue(edition)), streams, cancel);
            if (read is null)
            {
                return code;
            }

            var unmapped = read.Coverage(null).Metrics.Where(metric => metric.IsUnmapped).Select(metric => metric.Metric.Id).ToHashSet();
            var suggestions = Suggestion.For(read.Framework, Coverage.Counted(read.Register, null, OutcomesSource.Today)).Where(suggestion => unmapped.Contains(suggestion.Metric.Id)).ToList();
            foreach (var metric in suggestions.GroupBy(suggestion => suggestion.Metric.Id))
            {
                streams.Output.WriteLine($"{metric.Key}  {metric.First().Metric.Title}");
                foreach (var suggestion in metric)
                {
                    streams.Output.WriteLine($"  {suggestion.Likeness,4:P0}  {suggestion.Indicator.Ref,-8} {suggestion.Indicator.Title}  ({string.Join(", ", suggestion.Shared)})");
                }
            }

            streams.Output.WriteLine(suggestions.Count == 0 ? "No indicator is like a metric that is not mapped yet." : $"{suggestions.Count} suggestions for {suggestions.Select(suggestion => suggestion.Metric.Id).Distinct().Count()} of {unmapped.Count} metrics that are not mapped yet. Nothing was applied.");
            return ExitCode.Done;
        });
        return command;
    }
}
