using System.Buffers;

namespace Outturn.Reports.Charts;

/// <summary>A label under the axis; its year stands on a second row, once for the labels that share it.</summary>
internal readonly record struct PeriodLabel(double X, double Tick, string Text, string Year);

/// <summary>Chooses which periods are named under the axis, so that no two names touch; the last one always is.</summary>
internal static class PeriodLabels
{
    private const double Gap = 5;

    /// <summary>Every month, every other, …, once a year and less: steps at which the same months return each year.</summary>
    private static readonly int[] Strides = [1, 2, 3, 4, 6, 12, 24, 60, 120, 240, int.MaxValue];

    private static readonly SearchValues<char> YearSigns = SearchValues.Create("0123456789/-");

    public static IReadOnlyList<PeriodLabel> For(IReadOnlyList<string> periods, Plot plot, double fontSize, double width)
    {
        return Strides
            .Select(every => Every(every, periods, plot, fontSize, width))
            .First(labels => labels.Count <= 1 || (Apart(labels, label => label.Text, fontSize) && Apart(labels, label => label.Year, fontSize)));
    }

    private static List<PeriodLabel> Every(int every, IReadOnlyList<string> periods, Plot plot, double fontSize, double width)
    {
        var labels = new List<PeriodLabel>();
        var before = "";
        for (var i = (periods.Count - 1) % every; i >= 0 && i < periods.Count; i = every < periods.Count ? i + every : periods.Count)
        {
            var (text, year) = Split(periods[i]);
            (text, year) = (TextWidth.Fit(text, fontSize, width / 2), TextWidth.Fit(year, fontSize, width / 2));
            var half = Math.Max(TextWidth.Of(text, fontSize), TextWidth.Of(year, fontSize)) / 2;
            labels.Add(new PeriodLabel(Math.Clamp(plot.X(i), half, width - half), plot.X(i), text, year == before ? "" : year));
            before = year;
        }

        return labels;
    }

    /// <summary>"Apr 2019" is Apr over 2019, "Q1 2019/20" Q1 over 2019/20; a year alone stays whole.</summary>
    private static (string Text, string Year) Split(string period)
    {
        var space = period.LastIndexOf(' ');
        return space > 0 && period.AsSpan(space + 1) is { Length: >= 4 } tail && !tail.ContainsAnyExcept(YearSigns)
            ? (period[..space], period[(space + 1)..])
            : (period, "");
    }

    private static bool Apart(List<PeriodLabel> labels, Func<PeriodLabel, string> row, double fontSize)
    {
        var end = double.MinValue;
        foreach (var label in labels)
        {
            if (row(label) is { Length: > 0 } text)
            {
                var half = TextWidth.Of(text, fontSize) / 2;
                if (label.X - half < end + Gap)
                {
                    return false;
                }

                end = label.X + half;
            }
        }

        return true;
    }
}
