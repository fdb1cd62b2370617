using Outturn.Tests.Review;

namespace Outturn.Tests.Papers;

/// <summary>The ratings and trends of a quarterly report, made of the county's rows as they are written by other code than the product's.</summary>
internal sealed class RawQuarters(RawCounty raw, bool reachingIsMissing = false)
{
    /// <summary>Student's t for two-sided 5%, by degrees of freedom from 3 on, as tables print it.</summary>
    private static readonly double[] Critical = [3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201];

    /// <summary>The word that a report on the quarter ending with a month has for a KPI: its latest period's, within the financial year.</summary>
    public string Rating(string reference, int month)
    {
        var row = raw.Indicators[reference];
        if (Day(row["since"]) is { } since && since > month || Day(row["until"]) is { } until && until <= month - raw.Length(reference))
        {
            return "Not in the report";
        }

        var last = LastMonth(reference, month);
        if (last > month)
        {
            return "Not rated: Not due";
        }

        var found = raw.FiguresOf(reference).Where(figure => figure.Month == last).ToList();
        var (target, floor, _, _) = raw.LevelsOf(reference, last);
        return found is not [var figure] ? "Not rated: Not available"
            : raw.Rate(reference, figure.Value, target, floor, null, null, reachingIsMissing) switch { 'G' => "Green", 'A' => "Amber", 'R' => "Red", _ => "Not rated: No target" };
    }

    public string Trend(string reference, int month)
    {
        var (row, length) = (raw.Indicators[reference], raw.Length(reference));
        var window = length switch { 1 => 13, 3 => 9, _ => 6 };
        var last = LastMonth(reference, month);
        var points = raw.FiguresOf(reference).Where(figure => figure.Month <= last && figure.Month > last - (window * length) && figure.Month >= raw.FirstAlike(reference)).ToList();
        if (points.All(point => point.Month != last))
        {
            return "No comparison";
        }

        if (points.Count < 5)
        {
            return "Too few points";
        }

        double[] x = [.. points.Select(point => point.Month / (double)length)];
        double[] y = [.. points.Select(point => Better(row, reference, point))];
        var (mx, my) = (x.Average(), y.Average());
        var sxx = x.Sum(value => (value - mx) * (value - mx));
        var slope = x.Zip(y).Sum(pair => (pair.First - mx) * (pair.Second - my)) / sxx;
        var error = Math.Sqrt(x.Zip(y).Sum(pair => Math.Pow(pair.Second - my - (slope * (pair.First - mx)), 2)) / (x.Length - 2) / sxx);
        return Math.Abs(slope) <= Critical[x.Length - 5] * error ? "Stable" : slope > 0 ? "Improving" : "Worsening";
    }

    private double Better(Dictionary<string, string> row, string reference, RawFigure point)
    {
        var value = (double)point.Value;
        if (row["polarity"] != "closest")
        {
            return row["polarity"] == "lower" ? -value : value;
        }

        var tolerance = row["tolerance"].Length == 0 ? 0 : double.Parse(row["tolerance"], System.Globalization.CultureInfo.InvariantCulture);
        return -Math.Max(0, Math.Abs((double)raw.LevelsOf(reference, point.Month).Target!.Value - value) - tolerance);
    }

    /// <summary>The last month of the last period that ended by a month; of a year that has not ended, its own.</summary>
    private int LastMonth(string reference, int month)
    {
        var length = raw.Length(reference);
        var ended = month - ((month - 2 + 1200) % length);
        return length == 12 && ended < month ? ended + 12 : ended;
    }

    /// <summary>Months since year 0 of a day; null for none.</summary>
    private static int? Day(string day) =>
        day.Length == 0 ? null : (int.Parse(day[6..10], System.Globalization.CultureInfo.InvariantCulture) * 12) + int.Parse(day[3..5], System.Globalization.CultureInfo.InvariantCulture) - 1;
}
