using Outturn.Core.Periods;
using Outturn.Core.Review;

namespace Outturn.App.Registers;

/// <summary>days.csv: in how many days cases were closed, so that another limit in days can be tried on them.</summary>
internal static class CaseDaysFile
{
    private const int MostDays = 3650;

    public static readonly TableShape Shape = new("days.csv", "how many cases of an indicator were closed in so many days", false,
    [
        new("ref", "The indicator (see indicators.csv), which counts cases closed within a limit in days.", true),
        new("period", "The period, by the indicator's frequency.", true),
        new("days", "Days from receipt until the case was closed.", true),
        new("cases", "How many cases of the period were closed in so many days; all of a period together are its denominator.", true),
    ]);

    public static void Read(FolderFiles files, Listed<RegisterEntry> entries, SourceRows rows, List<Defect> defects)
    {
        var seen = new Dictionary<(RegisterEntry, Period, int), int>();
        foreach (var row in files.Open(Shape, defects, out _)?.Rows ?? [])
        {
            var entry = row.TryNeed("ref", out var reference) ? entries.Find(row, "ref", reference) : null;
            if (entry?.Indicator is not { } indicator || !row.TryNeed("days", out _) || !row.TryNeed("cases", out _))
            {
                continue;
            }

            var (period, days, cases) = (row.NeededPeriod("period", indicator.Definition.Frequency), row.Whole("days", MostDays, blank: 0), row.Amount("cases"));
            if (cases < 0)
            {
                row.Error("cases", "There cannot be fewer than no cases.");
            }

            if (period is not { } known || cases is not { } count)
            {
                continue;
            }

            if (!seen.TryAdd((entry, known, days), row.Number))
            {
                row.Error("days", $"{reference} has the cases of {known} closed in {days} days in row {seen[(entry, known, days)]} already: keep one of the two rows.");
                continue;
            }

            var closed = new CaseDays(known, days, count);
            entry.Cases.Add(closed);
            rows.Add(closed, row.Number);
        }
    }
}
