using System.CommandLine;
using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.Cli.Review;

/// <summary>outturn review what-if: how the last two years would have been rated under other levels.</summary>
internal static class ReviewWhatIf
{
    private const string Notes = $"""
        Rates the last two years of an indicator anew under the levels given, and says which periods would have had another colour. A level that is not
        given is as proposed or, where nothing is proposed, as in force; none takes it away. --limit tries another limit in days, where
        days.csv says how many cases were closed in how many days.

          outturn review what-if examples/wealdshire CS04a --target 96 --floor 92
          outturn review what-if council.db FN07 --limit 20 --json

        {ReviewOptions.Codes}

        """;

    public static Command Create()
    {
        var (source, reference, json) = (ReviewOptions.Source(), ReviewOptions.Reference(), JsonText.Option());
        var (target, floor, lower, upper) = (Level("target", "The target"), Level("floor", "The floor standard"), Level("lower", "The lower limit"), Level("upper", "The upper limit"));
        var limit = new Option<int?>("--limit") { HelpName = "DAYS", Description = "Cases count as in time that were closed within so many days." };
        var year = ReviewOptions.Year("The financial year that the levels would be for: the one that is reviewed, else the one after the last figures.");
        var command = new Verb("what-if", "Rates the last two years anew under other levels.", Notes) { source, reference, target, floor, lower, upper, limit, year, json };
        command.SetAction(async (parsed, cancel) =>
        {
            var streams = parsed.InvocationConfiguration;
            if (await ReviewOptions.ReadAsync(parsed.GetRequiredValue(source), streams, cancel) is not { } read)
            {
                return ExitCode.Refused;
            }

            var (asked, meant) = (parsed.GetRequiredValue(reference), parsed.GetValue(year) ?? read.NextYear);
            if (read.Register.Find(asked) is not { } history)
            {
                return Screen.Refuse($"there is no indicator \"{asked}\".", streams);
            }

            var tried = parsed.GetValue(limit) is { } days ? CaseDays.WithLimit(history, days) : history;
            if (tried is null)
            {
                return Screen.Refuse($"of {history.Indicator.Ref} it is not known how many cases were closed in how many days: days.csv says so.", streams);
            }

            var item = read.Of(meant).Find(history.Indicator.Ref) ?? new ReviewItem(history, null, history.Targets.InForce(meant.First.AddDays(-1)), [], null);
            var (levels, refusals) = Levels(item, parsed.GetValue(target), parsed.GetValue(floor), parsed.GetValue(lower), parsed.GetValue(upper));
            if (refusals.Count > 0)
            {
                foreach (var refusal in refusals)
                {
                    Screen.Refuse(refusal, streams);
                }

                return ExitCode.Refused;
            }

            var evidence = WhatIf.Of(history, tried, levels.Target, levels.Range, meant);
            if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(Json(item, levels, evidence, meant));
            }
            else
            {
                Print(item, levels, evidence, streams.Output);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Option<string?> Level(string name, string what) => new($"--{name}") { HelpName = "LEVEL", Description = $"{what}; none for none." };

    /// <summary>What is asked over what is proposed, or in force.</summary>
    private static ((Target? Target, ExpectedRange? Range) Levels, List<string> Refusals) Levels(ReviewItem item, string? target, string? floor, string? lower, string? upper)
    {
        List<string> refusals = [];
        var definition = item.Indicator.Definition;
        var (was, range) = item.Proposal is { Goes: false } proposal ? (proposal.Target, proposal.Range) : (item.Current?.Target, item.Current?.Range);
        decimal? Read(string name, string? text, decimal? otherwise)
        {
            if (text is null || text.Equals("none", StringComparison.OrdinalIgnoreCase))
            {
                return text is null ? otherwise : null;
            }

            var read = NumberText.Parse(text, definition.Unit.Name);
            if (read.Refusal is { } refusal)
            {
                refusals.Add($"--{name}: {refusal}");
            }

            return read.Value;
        }

        if (definition.Kind == IndicatorKind.Activity)
        {
            if (target is not null || floor is not null)
            {
                refusals.Add($"{item.Ref} is an activity indicator and not rated: give --lower and --upper.");
            }

            var (least, most) = (Read("lower", lower, range?.Lower), Read("upper", upper, range?.Upper));
            if (least > most)
            {
                refusals.Add("The lower limit is above the upper limit.");
            }

            return ((null, refusals.Count > 0 || (least is null && most is null) ? null : new ExpectedRange(least, most)), refusals);
        }

        if (lower is not null || upper is not null)
        {
            refusals.Add($"{item.Ref} is rated by target and floor standard: give --target and --floor.");
        }

        var (level, standard) = (Read("target", target, was?.Level), Read("floor", floor, was?.FloorStandard));
        if (level is not { } reach || definition.Polarity is not { } polarity)
        {
            if (level is not null || standard is not null)
            {
                refusals.Add(level is null ? "There is a floor standard and no target." : $"Of {item.Ref} it is not known which way is better.");
            }

            return ((null, null), refusals);
        }

        if (Target.Refusal(reach, standard, polarity, was?.Tolerance ?? 0) is { } unfit)
        {
            refusals.Add($"{char.ToUpperInvariant(unfit[0])}{unfit[1..]}");
        }

        return (refusals.Count > 0 ? (null, null) : (new Target(reach, standard, polarity, was?.Tolerance ?? 0), null), refusals);
    }

    private static void Print(ReviewItem item, (Target? Target, ExpectedRange? Range) levels, Evidence evidence, TextWriter output)
    {
        var (definition, test) = (item.Indicator.Definition, evidence.Test);
        output.WriteLine($"{item.Ref}  {item.Indicator.Title}: {Said(definition, levels)}");
        output.WriteLine($"  before  {EvidenceSentences.Counted(test.Before, definition.Kind)}");
        output.WriteLine($"  after   {EvidenceSentences.Counted(test.After, definition.Kind)}");
        foreach (var changed in test.Changed)
        {
            var after = changed.After.Value is { } value && value != changed.Before.Value ? $", {definition.Unit.Print(value, changed.After.Decimals)}" : "";
            output.WriteLine($"  {changed.Period,-12} {(changed.Before.Value is { } figure ? definition.Unit.Print(figure, changed.Before.Decimals) : "")}{after}: {Word(changed.Before)} -> {Word(changed.After)}");
        }

        foreach (var sentence in EvidenceSentences.Of(evidence, item.Indicator, levels.Target, item.Current))
        {
            output.WriteLine(sentence);
        }
    }

    private static string Json(ReviewItem item, (Target? Target, ExpectedRange? Range) levels, Evidence evidence, Period year)
    {
        static object Counts(JudgedCounts counts) => new { green = counts.Green, amber = counts.Amber, red = counts.Red, notRated = counts.NotRated, inRange = counts.InRange, above = counts.Above, below = counts.Below };
        return JsonText.Of(new
        {
            @ref = item.Ref,
            title = item.Indicator.Title,
            year = year.ToString(),
            target = levels.Target?.Level,
            floor = levels.Target?.FloorStandard,
            lower = levels.Range?.Lower,
            upper = levels.Range?.Upper,
            periods = evidence.Test.Periods.Count,
            before = Counts(evidence.Test.Before),
            after = Counts(evidence.Test.After),
            changed = evidence.Test.Changed.Select(changed => new { period = changed.Period.ToString(), value = changed.Before.Value, before = Word(changed.Before), after = Word(changed.After) }),
            sentences = EvidenceSentences.Of(evidence, item.Indicator, levels.Target, item.Current),
        });
    }

    private static string Said(Definition definition, (Target? Target, ExpectedRange? Range) levels)
    {
        string Print(decimal level) => definition.Unit.PrintLevel(level, definition.Decimals);
        return levels.Target is { } target ? $"target {Print(target.Level)}{(target.FloorStandard is { } floor ? $", floor standard {Print(floor)}" : ", no floor standard")}"
            : levels.Range is { } range ? $"expected {Core.Dashboards.Explanation.Range(range, definition)}"
            : "no levels";
    }

    private static string Word(JudgedFigure figure) => figure.Rating?.Colour is { } colour ? $"{colour}" : figure.Verdict is { } verdict ? verdict.Text().ToLowerInvariant() : "not rated";
}
