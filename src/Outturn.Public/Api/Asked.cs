using System.Globalization;
using Outturn.Core.Release;

namespace Outturn.Public.Api;

/// <summary>What an address asks for, read as the API describes it. Each gives null where that can be read, or is blank; else which of them it is and what may be written.</summary>
internal static class Asked
{
    /// <summary>What an edition may be, as it is written.</summary>
    public static readonly IReadOnlyList<string> Kinds = [.. Enum.GetValues<EditionKind>().Select(kind => kind.Name())];

    public static string? Flag(string name, string? text, out bool? flag)
    {
        flag = bool.TryParse(text, out var read) ? read : null;
        return flag is not null || string.IsNullOrWhiteSpace(text) ? null : $"{name} is true or false, not \"{text}\".";
    }

    public static string? Kind(string name, string? text, out EditionKind? kind)
    {
        kind = EditionKinds.Read((text ?? "").Trim().ToLowerInvariant());
        return kind is not null || string.IsNullOrWhiteSpace(text) ? null : $"{name} is one of {string.Join(", ", Kinds)}, not \"{text}\".";
    }

    /// <summary>A day is year, month and day: in any other order one person's is another's.</summary>
    public static string? Day(string name, string? text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text?.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return day is not null || string.IsNullOrWhiteSpace(text) ? null : $"{name} is a day as year, month and day, such as 2026-11-12, not \"{text}\".";
    }
}
