using System.CommandLine;
using Outturn.App.Outcomes;
using Outturn.Core.Outcomes;
using Outturn.Cli.Outcomes;
using Outturn.Cli.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Papers;
using Outturn.Core.Targets;

namespace Outturn.Cli.Neighbours;

/// <summary>outturn neighbours standing: where an area stands among its neighbours, by RULES 10; a place and never a colour.</summary>
internal static class NeighboursStanding
{
    private const string Notes = $"""
        outturn neighbours standing LOF-07-06 --area E10000016 --neighbours "DfE statistical neighbours"
        outturn neighbours standing lait-values/LACDistance --area E10000016
        outturn neighbours standing --council council.db --neighbours "South East counties" --json
        Without a name: every metric of the framework that has published figures of the area; with --series every series that has. A metric is found in
        whichever framework has it; --framework names one where several are held.
        Rank, median and quarter take the area itself in; members with other duties are left out. The median needs three values, the
        quarter eight. Higher and lower are said only where intervals are published and do not overlap.
        {NeighboursSource.Notes}
        """;

    public static Verb Create()
    {
        var name = new Argument<string?>("NAME") { Description = "A metric's id, or a series (dataset/code, or a code or title that only one has).", Arity = ArgumentArity.ZeroOrOne };
        var every = new Option<bool>("--series") { Description = "Every series, not only the metrics of the framework." };
        var (reference, framework, edition, council, area, set, date, on, json) = (ReferenceCommand.Reference(), OutcomesSource.FrameworkOption(), OutcomesSource.Edition(), NeighboursSource.Council(), NeighboursSource.AreaOption(), NeighboursSource.Set(), NeighboursSource.Date(), NeighboursSource.On(), JsonText.Option());
        var command = new Verb("standing", "Says where an area stands among its neighbours.", Notes) { name, area, council, set, date, every, framework, edition, on, reference, json };
        command.SetAction((parsed, cancel) => NeighboursSource.WithAsync(parsed.GetValue(reference), parsed.GetValue(council), parsed.GetValue(area), needsArea: true, parsed.InvocationConfiguration, async source =>
        {
            var streams = parsed.InvocationConfiguration;
            var (neighbours, noSet) = await source.FindAsync(parsed.GetValue(set), parsed.GetValue(date), cancel);
            if (neighbours is null)
            {
                return Screen.Refuse(noSet, streams);
            }

            var today = parsed.GetValue(on) ?? OutcomesSource.Today;
            var (found, refusal) = await FindAsync(source, parsed.GetValue(name), parsed.GetValue(every), new FrameworkChoice(parsed.GetValue(framework), parsed.GetValue(edition)), neighbours, today, cancel);
            if (found is null)
            {
                return Screen.Refuse(refusal, streams);
            }

            if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(Json(source, neighbours, found));
            }
            else
            {
                Print(source, neighbours, found, streams.Output);
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    /// <summary>What was asked for, with the metric where it is one's.</summary>
    private static async Task<(IReadOnlyList<(Metric? Metric, Position Position)>? Found, string Refusal)> FindAsync(
        NeighboursSource source, string? name, bool every, FrameworkChoice choice, NeighbourSet set, DateOnly today, CancellationToken cancel)
    {
        var area = source.Area!;
        var (framework, noFramework) = name is null ? await Frameworks.FindAsync(source.Reference, choice, source.Links, cancel) : await Frameworks.WithMetricAsync(source.Reference, choice, name, cancel);
        if (framework is null && choice is not { Name: null, Edition: null })
        {
            return (null, noFramework);
        }

        if (name is null && every)
        {
            return ([.. (await Positions.OfSeriesAsync(source.Reference, null, area.Code, set, today, cancel)).Select(position => ((Metric?)null, position))], "");
        }

        var metric = name is null ? null : framework?.Find(name);
        if (name is not null && metric is null)
        {
            var series = await source.Reference.FindSeriesAsync(name, cancel);
            if (series.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } exact)
            {
                series = [exact];
            }

            if (series is not [var only])
            {
                return (null, series.Count == 0 ? $"There is no metric and no series \"{name}\": outturn reference list --series names the series." : $"\"{name}\" is the name of several series: {string.Join(", ", series.Select(one => one.Name))}. Name one of them.");
            }

            var placed = await Positions.OfSeriesAsync(source.Reference, one => one.Name == only.Name, area.Code, set, today, cancel);
            return placed.Count == 0 ? (null, $"{only.Title} has no figure of {area.Name}.") : ([(null, placed[0])], "");
        }

        if (framework is null)
        {
            return (null, "The national data hold no framework: name a series, or give --series for all.");
        }

        var asked = metric is null ? framework : framework with { Metrics = [metric] };
        var positions = await Positions.OfAsync(source.Reference, asked, area.Code, set, today, cancel);
        return metric is not null && positions.Count == 0
            ? (null, $"{metric.Id} {metric.Title}: no figures of {area.Name} are held.")
            : ([.. asked.Metrics.Where(known => positions.ContainsKey(known.Id)).Select(known => ((Metric?)known, positions[known.Id]))], "");
    }

    private static void Print(NeighboursSource source, NeighbourSet set, IReadOnlyList<(Metric? Metric, Position Position)> found, TextWriter output)
    {
        output.WriteLine($"{source.Area!.Name} ({set.Area}) among {set.Name}{(set.Date is { } date ? $", {Words.Date(date)}" : "")}: {Words.Count(set.Members.Count, "council")}");
        foreach (var (metric, position) in found)
        {
            output.WriteLine();
            output.WriteLine(metric is null ? $"{position.Series.Title} ({position.Series.Name})" : $"{metric.Id} {metric.Title} ({position.Series.Name})");
            output.WriteLine($"  {position.Sentence}");
        }

        output.WriteLine();
        output.WriteLine(found.Count == 0 ? "No published figures of the area are held." : StandingWords.Caveat);
    }

    private static string Json(NeighboursSource source, NeighbourSet set, IReadOnlyList<(Metric? Metric, Position Position)> found) => JsonText.Of(new
    {
        area = set.Area,
        name = source.Area!.Name,
        neighbours = new { name = set.Name, kind = NeighboursSets.Word(set.Kind), date = set.Date, source = set.Source, members = set.Members.Select(member => member.Code) },
        caveat = StandingWords.Caveat,
        standings = found.Select(one =>
        {
            var (position, standing) = (one.Position, one.Position.Standing);
            return new
            {
                metric = one.Metric?.Id, title = one.Metric?.Title ?? position.Series.Title, series = position.Series.Name, fit = position.Serves?.Fit.ToString().ToLowerInvariant(), justification = position.Serves?.Justification,
                unit = position.Series.Unit,
                period = new { label = standing.Period.Label, first = standing.Period.First, last = standing.Period.Last },
                age = standing.Age.Words(),
                value = standing.Value, lower = position.Figure.Interval?.Lower, upper = position.Figure.Interval?.Upper,
                rank = standing.Rank, sharedBy = standing.SharedBy, place = standing.Place(),
                first = standing.Polarity switch { Polarity.LowerIsBetter => "lowest", _ => "highest" }, polarity = standing.Polarity?.Name(),
                withValue = standing.WithValue, among = standing.Among, ofAnotherTier = standing.OfAnotherTier,
                median = standing.Median, quarter = standing.Quartile,
                comparisons = standing.Comparisons.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => new { code = pair.Key, ours = pair.Value.ToString().ToLowerInvariant() }),
                values = position.Values.Select(pair => new { code = pair.Area.Code, name = pair.Area.Name, value = pair.Value }),
            };
        }),
    });
}
