using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Outturn.Core.Periods;

namespace Outturn.App.Collection.Templates;

/// <summary>What a template says of itself: of which store and what it knew it was made, when, for which round and service.</summary>
/// <param name="Store">The id of the store, one word.</param>
/// <param name="Entry">The last audit entry that the template knows of: its version of the register.</param>
/// <param name="Issued">The day it was written.</param>
/// <param name="Round">The period of the round.</param>
public sealed partial record TemplateStamp(string Store, long Entry, DateOnly Issued, Period Round, string Service)
{
    /// <summary>No vowels, so that no word comes of them, and no digits, so that no spreadsheet makes a number of them.</summary>
    private const string CodeLetters = "BCDFGHJKLMNPQRSTVWXZ";

    private const int CodeLength = 6;

    /// <summary>As it stands under the title, for people and for the reader.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"Issued {Issued:d MMM yyyy}, version {Entry} of register {Store}, {Round}, {string.Join(' ', Service.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}");

    /// <summary>Null where the text is no stamp.</summary>
    public static TemplateStamp? Read(string text) =>
        Form().Match(text.Trim()) is { Success: true } match
        && DateOnly.TryParseExact(match.Groups["issued"].Value, "d MMM yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var issued)
        && long.TryParse(match.Groups["entry"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var entry)
        && PeriodText.ReadAny(match.Groups["round"].Value) is { } round
            ? new TemplateStamp(match.Groups["store"].Value, entry, issued, round, match.Groups["service"].Value)
            : null;

    /// <summary>Whether a text begins as a stamp does, though it may have been changed.</summary>
    public static bool IsMeant(string text) => Beginning().IsMatch(text);

    /// <summary>Six letters by which a row is known to be one of this template, with the ref and period it was issued with.</summary>
    public string CodeOf(string reference, Period period)
    {
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{Store}\n{Entry.ToString(CultureInfo.InvariantCulture)}\n{reference}\n{period}"));
        return string.Concat(digest.Take(CodeLength).Select(part => CodeLetters[part % CodeLetters.Length]));
    }

    [GeneratedRegex(@"^Issued (?<issued>\d{1,2} [A-Z][a-z]{2} \d{4}), version (?<entry>\d{1,18}) of register (?<store>[^\s,]+), (?<round>[^,]+), (?<service>.+)$", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\s*Issued .{1,40} version .{1,40} of register ")]
    private static partial Regex Beginning();
}
