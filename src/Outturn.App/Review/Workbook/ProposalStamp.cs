using System.Globalization;
using System.Text.RegularExpressions;
using Outturn.Core.Periods;

namespace Outturn.App.Review.Workbook;

/// <summary>What a workbook of proposals says of itself: which store made it, as it stood after which entry of the audit trail, when, for which year's review and for which service.</summary>
/// <param name="Store">The id of the store.</param>
/// <param name="Entry">The last audit entry that it shows; what came later is compared when it comes back.</param>
/// <param name="Year">The financial year that is proposed for.</param>
public sealed partial record ProposalStamp(string Store, long Entry, DateOnly Issued, Period Year, string Service)
{
    /// <summary>As it stands under the title, for people and for the reader.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Proposals issued {Issued:d MMM yyyy}, version {Entry} of register {Store}, review of {Year}, {string.Join(' ', Service.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");

    /// <summary>Null where the text is no stamp.</summary>
    public static ProposalStamp? Read(string text) =>
        Form().Match(text.Trim()) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["issued"].Value, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued)
        && long.TryParse(match.Groups["entry"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
        && PeriodText.ReadAny(match.Groups["year"].Value) is { Frequency: Frequency.Year } year
            ? new ProposalStamp(match.Groups["store"].Value, entry, issued, year, match.Groups["service"].Value)
            : null;

    /// <summary>Whether a text begins as a stamp does, though it may have been changed.</summary>
    public static bool IsMeant(string text) => Beginning().IsMatch(text);

    /// <summary>Whether it is of a service; spaces within its name make no difference.</summary>
    public bool IsOf(string service) => this with { Service = service } is var other && other.ToString() == ToString();

    [GeneratedRegex(@"^Proposals issued (?<issued>\d{1,2} [A-Z][a-z]{2} \d{4}), version (?<entry>\d{1,18}) of register (?<store>[^\s,]+), review of (?<year>[^,]+), (?<service>.+)$", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\s*Proposals issued .{1,40} of register ")]
    private static partial Regex Beginning();
}
