using Outturn.Core.Indicators;

namespace Outturn.App.Registers;

/// <summary>Where indicators refer to each other: the successor of one, the whole of a part, the inputs of a formula.</summary>
internal static class IndicatorLinks
{
    /// <summary>Names every link that leads nowhere or where it may not, when all rows are known.</summary>
    public static void Settle(Listed<RegisterEntry> entries)
    {
        foreach (var entry in entries.All.Where(entry => entry.Indicator?.ReplacedBy is { } successor && !entries.Contains(successor)))
        {
            entry.Row.Error("replaced_by", entries.Unknown(entry.Indicator!.ReplacedBy!));
        }

        Parts(entries);
        Formulas(entries);
    }

    private static void Formulas(Listed<RegisterEntry> entries)
    {
        var rows = new Dictionary<Indicator, TableRow>(ReferenceEqualityComparer.Instance);
        foreach (var entry in entries.All)
        {
            if (entry.Indicator is { } indicator)
            {
                rows.Add(indicator, entry.Row);
            }
        }

        // An indicator whose own row could not be read is not unknown.
        foreach (var refusal in FormulaRefusal.Of([.. entries.All.Select(entry => entry.Indicator).OfType<Indicator>()]).Where(refusal => refusal.Unknown is null || !entries.Contains(refusal.Unknown)))
        {
            rows[refusal.Indicator].Error("formula", refusal.Reason);
        }
    }

    private static void Parts(Listed<RegisterEntry> entries)
    {
        var seen = new Dictionary<(string Whole, string Part), RegisterEntry>();
        foreach (var entry in entries.All)
        {
            if (entry.Indicator is not { } part || (part.PartOf is null && part.Part is null))
            {
                continue;
            }

            if (part.PartOf is null || part.Part is null)
            {
                entry.Row.Error(part.PartOf is null ? "part_of" : "part", part.PartOf is null
                    ? "There is a directorate and no whole: write the ref of the indicator that this is a part of, or leave part blank."
                    : "A part belongs to a directorate: write its name.");
                continue;
            }

            if (entries.Find(entry.Row, "part_of", part.PartOf)?.Indicator is not { } whole)
            {
                continue;
            }

            if (Breakdown.Refusal(part, whole) is { } refusal)
            {
                entry.Row.Error("part_of", refusal);
            }
            else if (!seen.TryAdd((whole.Ref, part.Part.ToLowerInvariant()), entry))
            {
                entry.Row.Error("part", $"The part of {whole.Ref} for {part.Part} stands in row {seen[(whole.Ref, part.Part.ToLowerInvariant())].Row.Number} already: each directorate has one.");
            }

            entry.Indicator = part with { PartOf = whole.Ref };
        }
    }
}
