using Outturn.App.Import;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Sheets;

/// <summary>Turns what a sheet holds of one indicator into its history; what is not said is settled and noted, what cannot be read is named.</summary>
internal sealed class IndicatorReading(IndicatorDraft draft, SheetOptions options, Notes notes, List<Defect> defects, List<Defect> warnings)
{
    private const int MostDecimals = 2;

    private readonly Indicator? known = options.Known?.Invoke(draft.GivenRef, draft.Title);
    private Unit unit = new(Unit.Number);

    private string Name => draft.Ref!;

    /// <summary>The register's own indicator, where the register's owner reads the sheet.</summary>
    public Indicator? Known => known;

    /// <summary>Told first: what belongs beside the last figure of a table needs to know which period that is.</summary>
    public Frequency Frequency { get; private set; }

    /// <summary>The ratings that the sheet gives, once it is read.</summary>
    public IReadOnlyList<(Period Period, SheetCell Cell)> Given { get; private set; } = [];

    public IEnumerable<Period> FigurePeriods =>
        draft.Cells.Where(cell => cell.Role.IsFigure() && !cell.Cell.Content.IsBlank).Select(cell => InFrequency(cell.Period)).OfType<Period>();

    public void TellFrequency()
    {
        if (known is not null)
        {
            Frequency = known.Definition.Frequency;
            return;
        }

        var written = draft.Cells.Where(cell => cell.Role.IsFigure()).Select(cell => cell.Period).Distinct().ToList();
        var stated = Stated(Role.Frequency, SheetWords.Frequency, "write month, quarter, half-year or year");
        if (stated is { } frequency && (written.Count == 0 || written.Any(period => RowPeriod.As(frequency, period) is not null)))
        {
            Frequency = frequency;
            return;
        }

        if (stated is not null)
        {
            warnings.Add(draft.Text(Role.Frequency)!.Warning($"{Name} is called {draft.Text(Role.Frequency)!.Text}, but its figures are not: its frequency is told from the figures."));
        }

        Frequency = written.Count == 0 ? Frequency.Year : written.Select(period => period.Frequency).MinBy(kind => (kind.Length(), kind));
        if (written.Count > 0 && written.All(period => period.Frequency.Length() == 12) && written.Any(period => period.Frequency == Frequency.TwelveMonths))
        {
            Frequency = Frequency.TwelveMonths;
        }

        if (stated is null && Frequency == Frequency.Month && written.Count > 1 && written.All(period => period.Last.Month % 3 == 0))
        {
            notes.Add("Figures for June, September, December and March alone are read as months: where they are quarters, add a column frequency that says so.", Name);
        }
    }

    /// <param name="service">The service that answers for it.</param>
    /// <param name="lastPeriod">The last period with a figure of this frequency, for each table.</param>
    public IndicatorHistory Read(Service service, Func<int, Period?> lastPeriod)
    {
        unit = TellUnit();
        var cells = Placed(lastPeriod);
        var reading = new FigureReading(unit, Frequency, notes, defects);
        var figures = reading.Read(cells);
        Given = [.. cells.Where(cell => cell.Key.Frequency == Frequency && cell.Value.ContainsKey(Role.Rating)).OrderBy(cell => cell.Key).Select(cell => (cell.Key, cell.Value[Role.Rating]))];
        var polarity = TellPolarity(cells);
        var levels = new LevelReading(draft, Name, unit, options, notes, defects).Read(cells, polarity);
        var kind = Stated(Role.Kind, SheetWords.Kind, null)
            ?? (levels.All(level => level.Target is null) && !HasTarget(cells) && levels.Any(level => level.Range is not null) ? IndicatorKind.Activity : IndicatorKind.Kpi);
        if (kind == IndicatorKind.Kpi && polarity is null && HasTarget(cells))
        {
            notes.Add("Not rated, because the sheet says neither which way is better nor a floor standard: add a column polarity (higher or lower), or say --polarity higher.", Name);
        }

        if (!unit.IsRatio && Frequency.Length() < 12 && cells.Values.Any(at => at.TryGetValue(Role.Target, out var target) && IsAnnual(target.Header) && !SheetWords.IsNoLevel(target.Text)))
        {
            notes.Add($"A target for the year is set beside each figure by itself, which is wrong where the figures of a year add up to it: then give a target for each {Frequency.Name()}.", Name);
        }

        if (kind == IndicatorKind.Kpi && cells.Values.All(at => !at.ContainsKey(Role.Target)))
        {
            notes.Add("Not rated, because there is no target: where it is no KPI but an activity indicator, add a column kind that says activity, or an expected range (lower, upper).", Name);
        }

        var rollUp = TellRollUp(figures);
        var definition = new Definition(kind, unit, Decimals(reading.DecimalsWritten), polarity, Frequency, rollUp ?? RollUp.Latest) { IsRollUpUnsaid = rollUp is null };
        var indicator = new Indicator(Name, draft.Title, service, [], definition)
        {
            Meaning = draft.Text(Role.Meaning)?.Text,
            Numerator = Words(Role.Numerator),
            Denominator = Words(Role.Denominator),
        };
        return new IndicatorHistory(indicator, new TargetHistory(levels), figures, Commentaries(cells), []);
    }

    private static bool IsAnnual(string header) =>
        WrittenPeriod.Words(header).Split(' ').Any(word => word is "annual" or "year" or "yearly") || WrittenPeriod.YearIn(header) is not null;

    private static bool HasTarget(Dictionary<Period, Dictionary<Role, SheetCell>> cells) =>
        cells.Values.Any(at => at.TryGetValue(Role.Target, out var target) && !SheetWords.IsNoLevel(target.Text));

    private T? Stated<T>(Role role, Func<string, T?> read, string? advice)
        where T : struct
    {
        if (draft.Text(role) is not { } cell || SheetWords.IsNoLevel(cell.Text))
        {
            return null;
        }

        if (read(cell.Text) is { } value)
        {
            return value;
        }

        if (advice is null)
        {
            notes.Add($"What the column \"{cell.Header}\" says is not used where it is no word for it.", $"{Quoted.Text(cell.Text)}");
        }
        else
        {
            warnings.Add(cell.Warning($"{Quoted.Text(cell.Text)} is not a {role.Text()}: {advice}. It is not used."));
        }

        return null;
    }

    /// <summary>The period as one of the indicator's frequency: for a quarterly one, June is the quarter that it ends.</summary>
    private Period? InFrequency(Period period) => RowPeriod.As(Frequency, period);

    private Dictionary<Period, Dictionary<Role, SheetCell>> Placed(Func<int, Period?> lastPeriod)
    {
        var placed = new Dictionary<Period, Dictionary<Role, SheetCell>>();
        foreach (var (period, role, cell) in draft.Cells.OrderBy(cell => cell.Period.Frequency == Frequency ? 0 : 1).ThenBy(cell => cell.Period))
        {
            var level = role is Role.Target or Role.Floor or Role.Tolerance or Role.Lower or Role.Upper;
            if ((level ? period : InFrequency(period)) is { } at)
            {
                Put(placed, at, role, cell);
            }
            else if (role.IsFigure() && period.Frequency.Length() > Frequency.Length())
            {
                notes.Add($"Figures for longer periods beside those for {Frequency.Plural()} are not used.", Name);
            }
            else if (role.IsFigure())
            {
                defects.Add(cell.Error($"{Name} has a figure for {period}, which does not end {Article()} {Frequency.Name()}: correct its frequency, or move the figure."));
            }
        }

        foreach (var (table, role, cell) in draft.Loose)
        {
            if (lastPeriod(table) is { } last)
            {
                Put(placed, last, role, cell);
            }
        }

        return placed;
    }

    private string Article() => Frequency is Frequency.Academic ? "an" : "a";

    private void Put(Dictionary<Period, Dictionary<Role, SheetCell>> placed, Period period, Role role, SheetCell cell)
    {
        if (!placed.TryGetValue(period, out var at))
        {
            placed.Add(period, at = []);
        }

        if (!at.TryAdd(role, cell) && role.IsFigure() && SheetNumber.Read(cell, unit.Name) != SheetNumber.Read(at[role], unit.Name))
        {
            defects.Add(cell.Error($"{Name} has two figures for {period}, here and in {at[role].Address}: keep one of them."));
        }
    }

    private Unit TellUnit()
    {
        if (known is not null)
        {
            return known.Definition.Unit;
        }

        if (draft.Text(Role.Unit) is { } stated && !SheetWords.IsNoLevel(stated.Text))
        {
            var unit = new Unit(SheetWords.Unit(stated.Text));
            if (unit.Refusal is { } refusal)
            {
                defects.Add(stated.Error($"{Quoted.Text(unit.Name)} {refusal}"));
            }

            return unit;
        }

        var texts = draft.Cells.Concat(draft.Loose.Select(loose => (Period: default(Period), loose.Role, loose.Cell)))
            .Where(cell => cell.Role is >= Role.Value and <= Role.Previous and not (Role.Numerator or Role.Denominator or Role.Tolerance)).Select(cell => cell.Cell).ToList();
        if (texts.Any(cell => cell.Text.TrimEnd(']', ')', 'p', 'r', 'u', '[', '(', ' ').EndsWith('%')))
        {
            notes.Add("No unit is given: % where the cells carry it.", Name);
            return new Unit("%");
        }

        if (texts.Any(cell => cell.Text.Contains('£')))
        {
            notes.Add("No unit is given: £ where the cells carry it.", Name);
            return new Unit("£");
        }

        if ((draft.Title.Contains('%') || draft.Title.Contains("percent", StringComparison.OrdinalIgnoreCase) || draft.Title.Contains("per cent", StringComparison.OrdinalIgnoreCase))
            && texts.Select(cell => SheetNumber.Read(cell, "%").Value).OfType<decimal>().All(value => value is >= 0 and <= 100))
        {
            notes.Add("No unit is given: % where the title says it and every figure lies between 0 and 100.", Name);
            return new Unit("%");
        }

        notes.Add("No unit is given: plain numbers where nothing else is told.", Name);
        return new Unit(Unit.Number);
    }

    private Polarity? TellPolarity(Dictionary<Period, Dictionary<Role, SheetCell>> cells)
    {
        if (Stated(Role.Polarity, SheetWords.Polarity, "write higher, lower or closest") is { } stated)
        {
            return stated;
        }

        var told = cells.Values.Select(LevelReading.Side).OfType<Polarity>().Distinct().ToList();
        if (told is [var only])
        {
            notes.Add("Which way is better is told by the floor standard, which lies below the target where higher is better, or by a sign such as ≥ before a level.", Name);
            return only;
        }

        if (options.Polarity is { } given && told.Count == 0)
        {
            notes.Add($"Which way is better is not said: {given.Name()}, as asked for.", Name);
            return given;
        }

        return null;
    }

    private int Decimals(int written)
    {
        if (draft.Text(Role.Decimals) is { } stated)
        {
            if (SheetNumber.Read(stated, Unit.Number).Value is { } asked && asked is >= 0 and <= 10 && asked == decimal.Truncate(asked))
            {
                return (int)asked;
            }

            defects.Add(stated.Error($"{Quoted.Text(stated.Text)} is not a number of decimals: write 0, 1 or 2."));
        }

        notes.Add($"Decimals are those that the figures are written with, {MostDecimals} at most.");
        return Math.Min(MostDecimals, written);
    }

    /// <summary>How the figures of a year come together; null where neither the sheet nor its figures say it.</summary>
    private RollUp? TellRollUp(List<Figure> figures)
    {
        if (Stated(Role.RollUp, RollUps.Read, "write ratio, sum, mean, latest or rolling12") is { } stated)
        {
            if (Definition.Refusal(unit, stated) is not { } refusal)
            {
                return stated;
            }

            defects.Add(draft.Text(Role.RollUp)!.Error($"For {Name} {refusal}"));
        }

        if (figures.Any(figure => figure.Observation.HasCounts))
        {
            notes.Add("The year to date is worked out from numerator and denominator where the sheet has them.", Name);
            return RollUp.Ratio;
        }

        if (Frequency.Length() == 12)
        {
            return RollUp.Latest;
        }

        if (!figures.Exists(figure => figure.YtdGiven is not null))
        {
            notes.Add("No year to date, because the sheet does not say how a year's figures come together: add a column roll-up (sum, mean, latest, rolling12), numerator and denominator, or a year to date of your own.", Name);
        }

        return null;
    }

    private List<Commentary> Commentaries(Dictionary<Period, Dictionary<Role, SheetCell>> cells) =>
        [.. cells.Where(cell => cell.Value.ContainsKey(Role.Comment) && cell.Key.Frequency == Frequency).OrderBy(cell => cell.Key)
            .Select(cell => new Commentary(cell.Key, cell.Value[Role.Comment].Text, null, null, null, null, null))];

    /// <summary>Numerator and denominator in words rather than numbers.</summary>
    private string? Words(Role role) =>
        draft.Loose.FirstOrDefault(loose => loose.Role == role && SheetNumber.Read(loose.Cell, Unit.Number).Value is null).Cell?.Text;
}
