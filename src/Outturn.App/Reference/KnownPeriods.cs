using Microsoft.Data.Sqlite;
using Outturn.Core.National;

namespace Outturn.App.Reference;

/// <summary>The periods of the store while a file is taken: each label is read once for each kind of year.</summary>
internal sealed class KnownPeriods(SqliteConnection connection)
{
    private readonly Dictionary<string, PeriodInHand>[] read = [.. Enum.GetValues<YearKind>().Select(_ => new Dictionary<string, PeriodInHand>())];

    public PeriodInHand Find(ReadOnlySpan<char> label, YearKind years)
    {
        var known = read[(int)years].GetAlternateLookup<ReadOnlySpan<char>>();
        if (!known.TryGetValue(label, out var period))
        {
            period = Read(label.ToString(), years);
            read[(int)years].Add(label.ToString(), period);
        }

        return period;
    }

    private PeriodInHand Read(string label, YearKind years) =>
        PublishedPeriodText.Read(label, years, out var refusal) is not { } period
            ? new PeriodInHand(0, null, refusal)
            : new PeriodInHand(connection.Id(
                "INSERT INTO period (label, kind, first, last, status, qualifier) VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT (label, kind, first, last) DO UPDATE SET label = label RETURNING id",
                period.Label, (int)period.Kind, ((DateOnly?)period.First).Iso(), ((DateOnly?)period.Last).Iso(), (int)period.Status, period.Qualifier), period, "");
}

/// <param name="Period">Null, with the reason, where the label is none.</param>
internal sealed record PeriodInHand(int Id, PublishedPeriod? Period, string Refusal);
