using Outturn.Core.Outcomes;
using Outturn.Core.Papers;

namespace Outturn.Core.National;

/// <summary>What one edition of a framework has otherwise than an earlier one.</summary>
/// <remarks>
/// A metric is known by its title, for publishers give theirs no numbers. Where a title is in one edition alone, it was renamed if the other has
/// one under the same id with half of its words, or under any id with four in five; else it was added or is gone.
/// </remarks>
/// <param name="OutcomesChanged">Another name, number or category: as it was, and as it is.</param>
/// <param name="Renamed">Another title, and perhaps more: as it was, and as it is.</param>
/// <param name="Changed">The same title and something else: as it was, and as it is.</param>
public sealed record EditionChanges(
    FrameworkEdition Earlier, FrameworkEdition Later,
    IReadOnlyList<Outcome> OutcomesAdded, IReadOnlyList<Outcome> OutcomesGone, IReadOnlyList<(Outcome Before, Outcome Now)> OutcomesChanged,
    IReadOnlyList<Metric> Added, IReadOnlyList<Metric> Gone, IReadOnlyList<(Metric Before, Metric Now)> Renamed, IReadOnlyList<(Metric Before, Metric Now)> Changed)
{
    private const double SameIdLikeness = 0.5;
    private const double AnyIdLikeness = 0.8;

    public bool AreNone => OutcomesAdded.Count + OutcomesGone.Count + OutcomesChanged.Count + Added.Count + Gone.Count + Renamed.Count + Changed.Count == 0;

    /// <summary>"Added: 2 metrics; gone: 1; renamed: 1; changed: 3.", or that nothing is otherwise.</summary>
    public string Summary => AreNone
        ? $"Nothing that is held of {Later.Name} is otherwise than in {Earlier.Name}."
        : $"Of outcomes {Outcomes(OutcomesAdded.Count)} added, {Outcomes(OutcomesGone.Count)} gone and {Outcomes(OutcomesChanged.Count)} changed; of metrics {Added.Count} added, {Gone.Count} gone, {Renamed.Count} renamed and {Changed.Count} changed otherwise.";

    internal static EditionChanges Between(FrameworkEdition earlier, FrameworkEdition later)
    {
        var outcomes = Pairs(earlier.Outcomes, later.Outcomes, outcome => outcome.Name, (before, now) => before.Number == now.Number ? 1 : 0).ToList();
        var metrics = Pairs(earlier.Metrics, later.Metrics, metric => metric.Title, Likeness).ToList();
        var (keptOutcomes, kept) = (outcomes.ToDictionary(pair => pair.Now, pair => pair.Before), metrics.ToDictionary(pair => pair.Now, pair => pair.Before));
        var changes = new EditionChanges(
            earlier, later,
            [.. later.Outcomes.Where(outcome => !keptOutcomes.ContainsKey(outcome))],
            [.. earlier.Outcomes.Where(outcome => !keptOutcomes.ContainsValue(outcome))],
            [.. outcomes.Where(pair => (pair.Before.Number, pair.Before.Name, pair.Before.IsContextual) != (pair.Now.Number, pair.Now.Name, pair.Now.IsContextual)).OrderBy(pair => pair.Now.Number)],
            [.. later.Metrics.Where(metric => !kept.ContainsKey(metric))],
            [.. earlier.Metrics.Where(metric => !kept.ContainsValue(metric))],
            [.. later.Metrics.Where(metric => kept.TryGetValue(metric, out var before) && before.Title != metric.Title).Select(metric => (kept[metric], metric))],
            []);
        return changes with { Changed = [.. later.Metrics.Where(metric => kept.TryGetValue(metric, out var before) && before.Title == metric.Title && changes.Differences(before, metric).Count > 0).Select(metric => (kept[metric], metric))] };
    }

    /// <summary>What is otherwise of an outcome: "was number 4; was called Safe homes; was for context".</summary>
    public static string Differences(Outcome before, Outcome now) => string.Join("; ", new[]
    {
        before.Number == now.Number ? null : $"was number {Outcomes(before.Number)}", before.Name == now.Name ? null : $"was called {before.Name}",
        before.IsContextual == now.IsContextual ? null : now.IsContextual ? "for context now" : "was for context",
    }.OfType<string>());

    /// <summary>What is otherwise beside the title: "moved from outcome 5 to outcomes 5 and 8", "an output, and was an outcome", "no placeholder any more".</summary>
    public IReadOnlyList<string> Differences(Metric before, Metric now)
    {
        var renumbered = OutcomesChanged.ToDictionary(pair => pair.Before.Number, pair => pair.Now.Number);
        int[] moved = [.. before.Outcomes.Select(number => renumbered.GetValueOrDefault(number, number)).Order()];
        (bool Is, string Words)[] all =
        [
            (!moved.SequenceEqual(now.Outcomes.Order()), $"moved from {Numbers(before.Outcomes)} to {Numbers(now.Outcomes)}"),
            (before.Kind != now.Kind, $"an {now.Kind}, and was an {before.Kind}"),
            (before.IsPlaceholder != now.IsPlaceholder, now.IsPlaceholder ? "a placeholder now" : "no placeholder any more"),
            (before.IsInDevelopment != now.IsInDevelopment, now.IsInDevelopment ? "in development now" : "in development no more"),
            (before.Publisher != now.Publisher, $"published by {now.Publisher ?? "nobody named"}, and was by {before.Publisher ?? "nobody named"}"),
            (before.Unit != now.Unit, $"in {now.Unit ?? "no unit named"}, and was in {before.Unit ?? "no unit named"}"),
            (before.Polarity != now.Polarity, $"better is {now.Polarity ?? "not said"}, and was {before.Polarity ?? "not said"}"),
        ];
        return [.. all.Where(difference => difference.Is).Select(difference => difference.Words)];
    }

    /// <summary>Which of the council's links the changes touch, and how: those to a metric that is gone, renamed, changed, or goes by another id now.</summary>
    public IReadOnlyList<TouchedLink> Touched(IReadOnlyList<MetricLink> links)
    {
        var renamed = Renamed.Concat(Changed).ToDictionary(pair => pair.Before, pair => pair.Now);
        return [.. links.Select(link => Earlier.Find(link.MetricId) is { } before && Touch(link, before) is { } what ? new TouchedLink(link, before, what) : null).OfType<TouchedLink>()];

        string? Touch(MetricLink link, Metric before)
        {
            if (Gone.Contains(before))
            {
                return "The metric is gone: take back what was said of it.";
            }

            var now = renamed.GetValueOrDefault(before) ?? Later.Metrics.First(metric => metric.Title == before.Title);
            string[] said =
            [
                .. before.Title == now.Title ? Array.Empty<string>() : [$"It is called \"{now.Title}\" now."],
                .. Differences(before, now) is { Count: > 0 } differences ? [Words.Capital(Words.List(differences)) + "."] : Array.Empty<string>(),
                .. now.IsCalled(link.MetricId) ? Array.Empty<string>() : [$"Its id is {now.Id} now: say it of that one, and take back what was said of {link.MetricId}."],
            ];
            return said.Length == 0 ? null : string.Join(' ', said);
        }
    }

    private static string Outcomes(int count) => count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Numbers(IReadOnlyList<int> outcomes) => $"{Words.Plural(outcomes.Count, "outcome")} {Words.List(outcomes.Order().Select(Outcomes))}";

    /// <summary>Those of one name, and then the likest of the rest, each in one pair at most.</summary>
    private static IEnumerable<(T Before, T Now)> Pairs<T>(IReadOnlyList<T> earlier, IReadOnlyList<T> later, Func<T, string> name, Func<T, T, double> likeness)
        where T : class
    {
        var named = earlier.ToDictionary(name);
        var same = later.Where(one => named.ContainsKey(name(one))).Select(one => (Before: named[name(one)], Now: one)).ToList();
        var (before, now) = (earlier.Except(same.Select(pair => pair.Before)).ToHashSet(), later.Except(same.Select(pair => pair.Now)).ToHashSet());
        var alike = from one in before from other in now let like = likeness(one, other) where like > 0 orderby like descending, name(one), name(other) select (Before: one, Now: other);
        return [.. same, .. alike.ToList().Where(pair => before.Contains(pair.Before) && now.Remove(pair.Now) && before.Remove(pair.Before))];
    }

    private static double Likeness(Metric before, Metric now)
    {
        var (old, words) = (WordsOf(before.Title), WordsOf(now.Title));
        var shared = (double)old.Intersect(words).Count() / Math.Max(1, old.Union(words).Count());
        var sameId = before.Ids.Append(before.Id).Any(now.IsCalled);
        return shared >= (sameId ? SameIdLikeness : AnyIdLikeness) ? shared + (sameId ? 1 : 0) : 0;
    }

    private static HashSet<string> WordsOf(string title) =>
        [.. new string([.. title.ToLowerInvariant().Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>What the council has said of a metric, and what a new edition does to it.</summary>
/// <param name="What">In sentences, with what to do.</param>
public sealed record TouchedLink(MetricLink Link, Metric Metric, string What);
