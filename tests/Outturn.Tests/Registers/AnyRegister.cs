using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Neighbours;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Papers;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.Tests.Registers;

/// <summary>A register made from a number, the same from the same one: small, and crowded with what files find hard.</summary>
internal sealed class AnyRegister
{
    private const int Earliest = 1902;
    private const int Latest = 2190;

    private static readonly string[] Pieces =
    [
        "\"", "\"\"", ",", ";", "|", "\t", " ", "  ", "\n", "\r\n", "\r", "'", "=", "+", "-", "@", "#", "\\", "/", "[x]", "[p]", "0", "1.50", "£", "%", "é", "😀", "\u00A0", "\uFEFF", "\u2028", "sep=;", "null", "Apr 2019",
        "31/03/2020", "word", "Two words", "a,b", "x;y;z", "|||",
    ];

    private readonly Random random;
    /// <summary>What a cell cannot hold, and a floor worked out from a target could be.</summary>
    private const decimal TooLarge = 1_000_000_000_000_000;

    private readonly ToleranceRule? rule;

    private AnyRegister(int seed)
    {
        random = new Random(seed);
        rule = Maybe(0.5) ? new ToleranceRule(random.Next(0, 1000) / 10m) : null;
    }

    public static Register Of(int seed) => new AnyRegister(seed).Make();

    private Register Make()
    {
        var posts = Several(3, i => new Post($"p{i}{Text(" ")}", Text("Post"), Enum.GetValues<PostRole>()[random.Next(7)]) { Name = Said(), Team = Said(), Phone = Said(), Email = Said() });
        var services = Several(2, i => new Service($"s{i}{Text(" ")}", (3 * i) + random.Next(3)) { Directorate = Said(), Director = One(posts), CabinetMember = One(posts) }, least: 1);
        var committees = Several(2, i => Committee(i));
        string[] refs = [.. Several(4, i => $"I{i}{(Maybe(0.2) ? "=a" : "")}")];
        return new Register(
            new Council(Text("Testshire").Trim(), Text("T").Trim())
            {
                Notice = Said()?.Trim() is { Length: > 0 } notice ? notice : null,
                Counted = Maybe(0.5) ? RatingCounted.Latest : RatingCounted.YearToDate,
                Direction = Enum.GetValues<DirectionMethod>()[random.Next(3)],
                Tolerance = rule,
                Classification = Text("Restricted").Trim(),
                Colour = Maybe(0.5) ? "#000000" : Council.StandardColour,
            },
            posts, services, committees, Meetings(committees),
            [.. refs.Select(reference => History(reference, refs, posts, services, committees))],
            Texts(services, committees))
        {
            Groups = Several(2, i => new OwnGroup($"g{i}{Text("")}", Day(), Text("why"), Said(), [.. Several(4, _ => random.Next(1000), least: 1).Distinct().Select(number => $"E{number:00000000}")])),
        };
    }

    private Committee Committee(int i)
    {
        var name = $"c{i}{Text(" ").Replace(";", "", StringComparison.Ordinal)}".TrimEnd();
        string[] reports = Maybe(0.5) ? ["dashboard"] : ["quarterly", "dashboard"];
        return new Committee(name, Maybe(0.5) ? name : $"short{i}{Text(" ")}", reports);
    }

    private List<Meeting> Meetings(List<Committee> committees) =>
    [
        .. Several(5, _ => committees).Where(any => any.Count > 0)
            .Select(_ => new Meeting(committees[random.Next(committees.Count)], Day(), Maybe(0.5) ? Period.Year(random.Next(Earliest, Latest)) : null, Said(), MaybeDay(), MaybeDay()))
            .DistinctBy(meeting => (meeting.Committee, meeting.Date))
            .OrderBy(meeting => meeting.Date).ThenBy(meeting => meeting.Committee.Name, StringComparer.Ordinal),
    ];

    private IndicatorHistory History(string reference, string[] refs, List<Post> posts, List<Service> services, List<Committee> committees)
    {
        var unit = new Unit(new[] { "%", "number", "£", "£m", "days", "per 1,000", "per 100,000 people", "tonnes, \"dry\"" }[random.Next(8)]);
        var rollUp = Enum.GetValues<RollUp>()[random.Next(5)];
        var definition = new Definition(
            Maybe(0.7) ? IndicatorKind.Kpi : IndicatorKind.Activity, unit, random.Next(7), Maybe(0.8) ? Enum.GetValues<Polarity>()[random.Next(3)] : null,
            Enum.GetValues<Frequency>()[random.Next(7)], Definition.Refusal(unit, rollUp) is null ? rollUp : RollUp.Latest, Maybe(0.8) ? Basis.Period : Basis.Cumulative);
        var tolerance = definition.Polarity == Polarity.ClosestIsBetter && Maybe(0.5) ? Math.Abs(Number()) : 0;
        var (since, breaks) = (MaybeDay(), Several(3, _ => Day()).Distinct().Order().ToList());
        var indicator = new Indicator(reference, Text("Title"), services[random.Next(services.Count)], [.. committees.Where(_ => Maybe(0.5))], definition)
        {
            LagDays = random.Next(731), Since = since, Until = Maybe(0.3) ? (since ?? Day()).AddDays(random.Next(2000)) : null, Breaks = breaks, DefinitionFrom = breaks is [.., var last] ? Maybe(0.7) ? last : last.AddDays(random.Next(99)) : MaybeDay(), DefinitionReason = Said(),
            SuppressBelow = Maybe(0.3) ? random.Next(Indicator.LeastSuppressBelow, 20) : null, ReplacedBy = One(refs),
            Meaning = Said(), Numerator = Said(), Denominator = Said(), Source = Said(), Rationale = Said(), Duty = Said(), Priority = Said(), Contract = Said(),
            Owner = One(posts), Approver = One(posts),
        };
        var targets = new TargetHistory(Levels(definition, tolerance));
        return new IndicatorHistory(indicator, targets,
            [.. Periods(definition.Frequency).Select(period => new Figure(period, Observation(), MaybeNumber(), MaybeNumber(), Said(), Said()))],
            [.. Periods(definition.Frequency).Select(period => new Commentary(period, Said(), Said(), Said(), One(posts)?.Title, MaybeDay(), Said()))],
            [.. Periods(YearOf(definition.Frequency)).Select(year => Proposal(year, definition, tolerance, targets))]);
    }

    private IEnumerable<Levels> Levels(Definition definition, decimal tolerance)
    {
        var from = Day();
        for (var left = random.Next(5); left > 0; left--)
        {
            var year = Period.Holding(YearOf(definition.Frequency), from).Next;
            var (first, last) = Maybe(0.5) ? (year.First, year.Last) : (from.AddDays(random.Next(40)), from.AddDays(random.Next(40, 900)));
            var (target, derived, range) = Level(definition, tolerance);
            yield return new Levels(first, left == 1 && Maybe(0.3) ? DateOnly.MaxValue : last, target, range, MaybeNumber(), Said(), derived);
            from = last.AddDays(random.Next(1, 3));
        }
    }

    private (Target? Target, bool Derived, ExpectedRange? Range) Level(Definition definition, decimal tolerance)
    {
        if (definition.Kind == IndicatorKind.Activity)
        {
            var (one, other) = (Number(), Number());
            return (null, false, random.Next(4) switch { 0 => null, 1 => new ExpectedRange(one, null), 2 => new ExpectedRange(null, other), _ => new ExpectedRange(Math.Min(one, other), Math.Max(one, other)) });
        }

        if (definition.Polarity is not { } polarity || Maybe(0.1))
        {
            return default;
        }

        var level = Math.Round(Number(), 6, MidpointRounding.AwayFromZero);
        var stated = polarity == Polarity.LowerIsBetter ? level + random.Next(9) : level - tolerance - random.Next(9);
        if (Math.Abs(stated) >= TooLarge || Math.Abs(rule?.Floor(level, polarity) ?? 0) >= TooLarge)
        {
            return default;
        }

        return rule?.Floor(level, polarity) is not { } byRule || Target.Refusal(level, byRule, polarity, tolerance) is not null
            ? (new Target(level, Maybe(0.5) ? stated : null, polarity, tolerance), false, null)
            : Maybe(0.5) ? (new Target(level, byRule, polarity, tolerance), true, null) : (new Target(level, stated, polarity, tolerance), false, null);
    }

    /// <summary>To keep without levels is to keep those in force.</summary>
    private Proposal Proposal(Period year, Definition definition, decimal tolerance, TargetHistory targets)
    {
        var decision = Enum.GetValues<Decision>()[random.Next(5)];
        var (target, _, range) = Level(definition, tolerance);
        var kept = decision == Decision.Keep && target is null && range is null ? targets.InForce(year.First.AddDays(-1)) : null;
        return new Proposal(year, decision, kept?.Target ?? target, kept?.Range ?? range, Said());
    }

    private Observation Observation() => random.Next(6) switch
    {
        0 => new Observation(null, null, new[] { Marker.None, Marker.NotAvailable, Marker.NotApplicable, Marker.Confidential, Marker.Low, Marker.Unreliable }[random.Next(6)]),
        1 or 2 => new Observation(Number(), null, Following()),
        3 => new Observation(Number(), Counts(), Following()),
        _ => new Observation(null, Counts()),
    };

    private Counts Counts() => new(Number(), Maybe(0.2) ? 0 : Math.Abs(Number()) + Core.Observations.Counts.SmallestDenominator is var denominator && denominator < 1_000_000_000_000_000m && Unit.DecimalsOf(denominator) < 13 ? denominator : 7);

    private Marker Following() => new[] { Marker.None, Marker.Provisional, Marker.Revised, Marker.Unreliable }[random.Next(4)];

    private List<Period> Periods(Frequency frequency) => [.. Several(6, _ => Period.Holding(frequency, Day())).Distinct().Order()];

    private Dictionary<string, string> Texts(List<Service> services, List<Committee> committees)
    {
        string[] places = [TextPlace.Introduction, TextPlace.Performance, TextPlace.Dashboard, TextPlace.Proposals, .. services.Select(TextPlace.Of)];
        return places.Concat(committees.SelectMany(committee => places.Select(place => TextPlace.For(committee, place)))).Distinct().Where(_ => Maybe(0.3))
            .Order(StringComparer.Ordinal).ToDictionary(place => place, _ => Text("Text").Replace("\uFEFF", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim());
    }

    /// <summary>From no digits to 28, fifteen of them before the point.</summary>
    private decimal Number()
    {
        var whole = Maybe(0.5) ? random.Next(200) : random.NextInt64(0, 1_000_000_000_000_000) / (long)Math.Pow(10, random.Next(15));
        var decimals = random.Next(14);
        var value = whole + (random.NextInt64(0, (long)Math.Pow(10, decimals)) / (decimal)Math.Pow(10, decimals));
        return Maybe(0.3) ? -value : value;
    }

    private decimal? MaybeNumber() => Maybe(0.3) ? Number() : null;

    private DateOnly Day() => Maybe(0.5) ? new DateOnly(2019, 4, 1).AddDays(random.Next(900)) : new DateOnly(Earliest + 1, 1, 1).AddDays(random.Next((Latest - Earliest - 20) * 365));

    private DateOnly? MaybeDay() => Maybe(0.4) ? Day() : null;

    /// <summary>Text, or null for nothing: a blank cell says nothing.</summary>
    private string? Said() => Maybe(0.5) ? Text("") is { Length: > 0 } text ? text : null : null;

    private string Text(string start) => start + string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    private T? One<T>(IReadOnlyList<T> of)
        where T : class
        => of.Count > 0 && Maybe(0.7) ? of[random.Next(of.Count)] : null;

    private List<T> Several<T>(int most, Func<int, T> make, int least = 0) => [.. Enumerable.Range(0, random.Next(least, most + 1)).Select(make)];

    private bool Maybe(double chance) => random.NextDouble() < chance;

    private static Frequency YearOf(Frequency frequency) => frequency is Frequency.Academic or Frequency.Calendar ? frequency : Frequency.Year;
}
