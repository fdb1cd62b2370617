using System.CommandLine;
using Outturn.App.Outcomes;
using Outturn.Core.National;
using Outturn.Core.Outcomes;

namespace Outturn.Cli.Outcomes;

/// <summary>outturn outcomes changes: what one edition of a framework has otherwise than another, and which links that touches.</summary>
internal static class OutcomesChanges
{
    private const string Notes = """
        outturn outcomes changes council.db --reference reference.db
        outturn outcomes changes FOLDER --from "February 2026" --to "July 2026" --json
        It sets the latest edition beside the one before it, or any beside any other. A metric is known by its title.

        Exit code: 0 done, 1 the data says no, 2 wrong use.

        """;

    public static Command Create()
    {
        var (source, reference, framework, json) = (OutcomesSource.Source(), OutcomesSource.Reference(), OutcomesSource.FrameworkOption(), JsonText.Option());
        var from = new Option<string?>("--from") { HelpName = "NAME", Description = "The earlier edition; else the one before the later." };
        var to = new Option<string?>("--to") { HelpName = "NAME", Description = "The later edition; else the latest." };
        var command = new Verb("changes", "Says what a new edition of a framework has otherwise, and which links that touches.", Notes) { source, reference, framework, from, to, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            var (read, code) = await OutcomesSource.ReadAsync(parsed.GetRequiredValue(source), parsed.GetRequiredValue(reference), new FrameworkChoice(parsed.GetValue(framework), parsed.GetValue(to)), streams, cancel);
            if (read is null)
            {
                return code;
            }

            var (earlier, refusal) = await OutcomesSource.FromAsync(read.ReferenceFile, store => Frameworks.BeforeAsync(store, read.Framework, parsed.GetValue(from), cancel), cancel);
            if (earlier is null)
            {
                return Screen.Refuse(refusal, streams);
            }

            var changes = read.Framework.Since(earlier);
            var touched = changes.Touched(read.Register.Links);
            if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(Json(changes, touched));
            }
            else
            {
                Print(changes, touched, streams.Output);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static void Print(EditionChanges changes, IReadOnlyList<TouchedLink> touched, TextWriter output)
    {
        output.WriteLine($"{changes.Later.Framework}, {changes.Later.Name}, beside {changes.Earlier.Name}");
        output.WriteLine($"{changes.Earlier.Name}: {changes.Earlier.Totals}");
        output.WriteLine($"{changes.Later.Name}: {changes.Later.Totals}");
        output.WriteLine();
        output.WriteLine(changes.Summary);
        Lines("Outcomes added", changes.OutcomesAdded.Select(outcome => $"{outcome.Number}. {outcome.Name}"));
        Lines("Outcomes gone", changes.OutcomesGone.Select(outcome => $"{outcome.Number}. {outcome.Name}"));
        Lines("Outcomes changed", changes.OutcomesChanged.Select(pair => $"{pair.Now.Number}. {pair.Now.Name}: {EditionChanges.Differences(pair.Before, pair.Now)}"));
        Lines("Metrics added", changes.Added.Select(metric => $"{metric.Id}  {metric.Title}"));
        Lines("Metrics gone", changes.Gone.Select(metric => $"{metric.Id}  {metric.Title}"));
        Lines("Metrics renamed", changes.Renamed.Select(pair => $"{pair.Now.Id}  {pair.Now.Title} (was: {string.Join("; ", changes.Differences(pair.Before, pair.Now).Prepend(pair.Before.Title))})"));
        Lines("Metrics changed", changes.Changed.Select(pair => $"{pair.Now.Id}  {pair.Now.Title}: {string.Join("; ", changes.Differences(pair.Before, pair.Now))}"));
        Lines("What the council has said that this touches", touched.Select(touch => $"{touch.Link.MetricId}, {touch.Link.Ref ?? "no indicator"} ({touch.Link.Relation.Name()}): {touch.What}"));
        output.WriteLine(touched.Count == 0 ? "Nothing that the council has said of a metric is touched." : $"{touched.Count} of the council's links are touched.");

        void Lines(string heading, IEnumerable<string> lines)
        {
            string[] all = [.. lines];
            if (all.Length > 0)
            {
                output.WriteLine($"{heading}:");
                Array.ForEach(all, line => output.WriteLine($"  {line}"));
            }
        }
    }

    private static string Json(EditionChanges changes, IReadOnlyList<TouchedLink> touched) => JsonText.Of(new
    {
        framework = changes.Later.Framework,
        from = changes.Earlier.Name,
        to = changes.Later.Name,
        outcomes = new
        {
            added = changes.OutcomesAdded.Select(outcome => new { outcome.Number, outcome.Name }),
            gone = changes.OutcomesGone.Select(outcome => new { outcome.Number, outcome.Name }),
            changed = changes.OutcomesChanged.Select(pair => new { pair.Now.Number, pair.Now.Name, what = EditionChanges.Differences(pair.Before, pair.Now) }),
        },
        added = changes.Added.Select(metric => new { metric.Id, metric.Title }),
        gone = changes.Gone.Select(metric => new { metric.Id, metric.Title }),
        renamed = changes.Renamed.Select(pair => new { pair.Now.Id, pair.Now.Title, was = pair.Before.Title, what = changes.Differences(pair.Before, pair.Now) }),
        changed = changes.Changed.Select(pair => new { pair.Now.Id, pair.Now.Title, what = changes.Differences(pair.Before, pair.Now) }),
        touched = touched.Select(touch => new { metric = touch.Link.MetricId, @ref = touch.Link.Ref, relation = touch.Link.Relation.Name(), what = touch.What }),
    });
}
