using System.Globalization;

namespace Outturn.Tests.Review;

/// <summary>The example county's rows as they are written, read by as little code as will do, and rated by other code than the product's.</summary>
internal sealed class RawCounty
{
    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    private readonly Dictionary<string, List<RawFigure>> figures = [];
    private readonly List<Dictionary<string, string>> targets;

    public RawCounty(string folder)
    {
        Indicators = Read(Path.Combine(folder, "indicators.csv")).ToDictionary(row => row["ref"]);
        targets = Read(Path.Combine(folder, "targets.csv"));
        foreach (var row in Read(Path.Combine(folder, "observations.csv")))
        {
            if (Value(row, Indicators[row["ref"]]["unit"]) is { } value)
            {
                (figures.TryGetValue(row["ref"], out var own) ? own : figures[row["ref"]] = []).Add(new RawFigure(LastMonth(row["period"]), value));
            }
        }
    }

    public IReadOnlyDictionary<string, Dictionary<string, string>> Indicators { get; }

    public IReadOnlyList<RawFigure> FiguresOf(string reference) => figures.GetValueOrDefault(reference) ?? [];

    /// <summary>Months that a period of the indicator lasts.</summary>
    public int Length(string reference) => Indicators[reference]["frequency"] switch { "month" => 1, "quarter" => 3, "half-year" => 6, _ => 12 };

    /// <summary>The first month counted by the definition of today.</summary>
    public int FirstAlike(string reference) =>
        Indicators[reference].GetValueOrDefault("break_from", "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Month).DefaultIfEmpty(int.MinValue).Max();

    /// <summary>Target, floor, lower and upper limit that held at the end of a month.</summary>
    public (decimal? Target, decimal? Floor, decimal? Lower, decimal? Upper) LevelsOf(string reference, int month)
    {
        var row = targets.LastOrDefault(row => row["ref"] == reference && (row["year"].Length > 0
            ? int.Parse(row["year"][..4], CultureInfo.InvariantCulture) == (month / 12) - (month % 12 < 3 ? 1 : 0)
            : Month(row["from"]) <= month && month <= (row["to"].Length == 0 ? int.MaxValue : Month(row["to"]))));
        return row is null ? default : (Number(row["target"]), Number(row["floor"]), Number(row["lower"]), Number(row["upper"]));
    }

    /// <summary>G, A, R or N for a KPI; I, O (over) or U (under) for an activity indicator, N without a range.</summary>
    /// <param name="reachingIsMissing">A planted fault: a level that is reached exactly counts as missed.</param>
    public char Rate(string reference, decimal value, decimal? target, decimal? floor, decimal? lower, decimal? upper, bool reachingIsMissing = false)
    {
        var row = Indicators[reference];
        if (row["kind"] == "activity")
        {
            return lower is null && upper is null ? 'N' : value < lower ? 'U' : value > upper ? 'O' : 'I';
        }

        if (target is not { } level)
        {
            return 'N';
        }

        // How much worse than the level a figure is: for closest, the distance beyond the tolerance.
        var tolerance = Number(row["tolerance"]) ?? 0;
        decimal Short(decimal figure) => row["polarity"] switch { "higher" => level - figure, "lower" => figure - level, _ => Math.Abs(figure - level) };
        var isGreen = row["polarity"] == "closest" ? Short(value) <= tolerance : reachingIsMissing ? Short(value) < 0 : Short(value) <= 0;
        return isGreen ? 'G' : floor is { } least && Short(value) <= Short(least) ? 'A' : 'R';
    }

    private static decimal? Value(Dictionary<string, string> row, string unit)
    {
        if (Number(row["numerator"]) is { } top && Number(row["denominator"]) is { } bottom)
        {
            return bottom == 0 ? null : top * (unit == "%" ? 100 : unit.StartsWith("per ", StringComparison.Ordinal) ? decimal.Parse(unit[4..], NumberStyles.AllowThousands, CultureInfo.InvariantCulture) : 1) / bottom;
        }

        return Number(row["value"].Split('[')[0].Trim());
    }

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>Months since year 0 of the last month of "Apr 2019", "Q1 2019/20", "H1 2019/20" or "2019/20".</summary>
    private static int LastMonth(string period)
    {
        var parts = period.Split(' ');
        return parts switch
        {
            [['Q', var quarter], var year] => (int.Parse(year[..4], CultureInfo.InvariantCulture) * 12) + 2 + ((quarter - '0') * 3),
            [['H', var half], var year] => (int.Parse(year[..4], CultureInfo.InvariantCulture) * 12) + 2 + ((half - '0') * 6),
            [var month, var year] => (int.Parse(year, CultureInfo.InvariantCulture) * 12) + Array.IndexOf(Months, month),
            _ => (int.Parse(period[..4], CultureInfo.InvariantCulture) * 12) + 14,
        };
    }

    private static int Month(string day) => (int.Parse(day[6..10], CultureInfo.InvariantCulture) * 12) + int.Parse(day[3..5], CultureInfo.InvariantCulture) - 1;

    /// <summary>Rows by their columns' names; quotation marks as RFC 4180 has them.</summary>
    private static List<Dictionary<string, string>> Read(string path)
    {
        List<List<string>> rows = [[""]];
        var isQuoted = false;
        foreach (var letter in File.ReadAllText(path).Replace("\"\"", "\u0001", StringComparison.Ordinal))
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == ',' && !isQuoted)
            {
                rows[^1].Add("");
            }
            else if (letter == '\n' && !isQuoted)
            {
                rows.Add([""]);
            }
            else
            {
                rows[^1][^1] += letter;
            }
        }

        return [.. rows.Skip(1).Where(row => row.Count > 1).Select(row => row.Select((cell, i) => (rows[0][i], cell)).ToDictionary(pair => pair.Item1, pair => pair.cell))];
    }
}

/// <param name="Month">Months since year 0 of the period's last month.</param>
internal readonly record struct RawFigure(int Month, decimal Value);
