using Outturn.Core.Periods;

namespace Outturn.App.Rate;

/// <summary>Reads periods; each spelling is understood once and then known.</summary>
internal sealed class PeriodReader(RateColumns columns, CurrentRow row)
{
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>>[] known =
        [.. Enum.GetValues<Frequency>().Select(_ => new Dictionary<string, int>(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>())];

    /// <summary>The period's ordinal; null where it has just been refused.</summary>
    public int? Read(Frequency frequency)
    {
        var ordinals = known[(int)frequency];
        var text = row.Text(columns.Period);
        if (ordinals.TryGetValue(text, out var ordinal))
        {
            return ordinal;
        }

        if (text.IsEmpty)
        {
            row.Error(columns.Period, "The cell is blank: every figure is for a period.");
        }
        else if (PeriodText.TryRead(text.ToString(), frequency, out var period, out var refusal))
        {
            ordinals[text] = period.Ordinal;
            return period.Ordinal;
        }
        else
        {
            row.Error(columns.Period, refusal);
        }

        return null;
    }
}
