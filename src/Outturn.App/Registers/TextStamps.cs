using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.App.Registers;

/// <summary>One of the analyst's paragraphs, and the figures under it that have moved since it was written.</summary>
/// <param name="Place">service-finance, or housing-panel/performance where it is one committee's own.</param>
/// <param name="Moved">"GL02: 86% Red, now 91% Amber", one for each figure.</param>
public sealed record MovedText(string Place, IReadOnlyList<string> Moved)
{
    /// <summary>texts/service-finance.md.</summary>
    public string File => $"{TextsFolder.Name}/{Place}.md";
}

/// <summary>Remembers beside the analyst's paragraphs which figures stood when each was written, so that one they have left behind is named.</summary>
/// <remarks>Kept in texts/figures.json. A text that has been changed is taken to speak of the figures of today.</remarks>
public static class TextStamps
{
    public const string FileName = "figures.json";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text as it was, and the figures under it then, by ref.</summary>
    private sealed record Stamp(string Text, SortedDictionary<string, string> Figures);

    /// <summary>Compares the texts that a dashboard uses with what is remembered, and remembers what is new.</summary>
    /// <param name="accept">Whether texts whose figures have moved have been read again and still hold.</param>
    /// <param name="remembers">False only to look.</param>
    /// <exception cref="IOException">The folder cannot be written to.</exception>
    public static IReadOnlyList<MovedText> Compare(string folder, Register register, Dashboard dashboard, bool accept, bool remembers = true)
    {
        var texts = Path.Combine(folder, TextsFolder.Name);
        var used = Used(register, dashboard);
        if (used.Count == 0)
        {
            return [];
        }

        var path = Path.Combine(texts, FileName);
        var stamps = Read(path);
        var changed = false;
        List<MovedText> moved = [];
        var all = Of(register, dashboard);
        foreach (var place in used)
        {
            var text = all[place];
            var key = Key(dashboard, dashboard.DataTo.ToString("yyyy-MM-dd"), place);
            var now = new Stamp(Digest(text), Figures(place, dashboard));
            var then = stamps.GetValueOrDefault(key) ?? FromBefore(stamps, dashboard, place, key, now.Text);
            if (then?.Text == now.Text && !accept && Differences(then.Figures, now.Figures).ToList() is { Count: > 0 } differences)
            {
                moved.Add(new MovedText(OwnPlace(register, dashboard, place), differences));
                continue;
            }

            changed |= !stamps.ContainsKey(key) || then is null || then.Text != now.Text || !then.Figures.SequenceEqual(now.Figures);
            stamps[key] = now;
        }

        if (changed && remembers)
        {
            WholeFile.Write(path, stream => JsonSerializer.Serialize(stream, stamps, Layout));
        }

        return moved;
    }

    /// <summary>The places of the texts that stand in a dashboard's paper beside figures.</summary>
    internal static IReadOnlyList<string> Used(Register register, Dashboard dashboard) => [.. Of(register, dashboard).Keys.Where(place => !TextPlace.IsStandard(place) && Under(place, dashboard).Any())];

    /// <summary>Where the text of a place in a paper is kept: the committee's own, if it has one.</summary>
    internal static string OwnPlace(Register register, Dashboard dashboard, string place) =>
        dashboard.Committee is { } committee && TextPlace.For(committee, place) is var own && register.Texts.ContainsKey(own) ? own : place;

    private static IReadOnlyDictionary<string, string> Of(Register register, Dashboard dashboard) => (dashboard.Committee is { } committee ? register.For(committee) : register).Texts;

    private static string Key(Dashboard dashboard, string day, string place) => $"{Paper(dashboard)}, {day}, {place}";

    /// <summary>What tells a paper from others in which the same text stands: its report, or else its committee.</summary>
    private static string? Paper(Dashboard dashboard) =>
        dashboard.Report is { } report ? $"report {report.Name}" : dashboard.Committee?.Name;

    /// <summary>The same text as it stood in the committee's report before: a paragraph that nobody has touched since speaks of those figures.</summary>
    private static Stamp? FromBefore(SortedDictionary<string, Stamp> stamps, Dashboard dashboard, string place, string key, string text) =>
        stamps.Where(stamp => stamp.Value.Text == text && stamp.Key.Length == key.Length
                && stamp.Key.StartsWith($"{Paper(dashboard)}, ", StringComparison.Ordinal) && stamp.Key.EndsWith($", {place}", StringComparison.Ordinal)
                && string.CompareOrdinal(stamp.Key, key) < 0)
            .Select(stamp => stamp.Value).LastOrDefault();

    /// <summary>The indicators that a text speaks of: those of its service, or all.</summary>
    private static IEnumerable<DashboardIndicator> Under(string place, Dashboard dashboard) =>
        place.StartsWith(TextPlace.ServicePrefix, StringComparison.Ordinal)
            ? dashboard.Services.Where(service => TextPlace.Of(service.Service) == place).SelectMany(service => service.Indicators)
            : dashboard.Indicators;

    internal static SortedDictionary<string, string> Figures(string place, Dashboard dashboard) => new(
        Under(place, dashboard).ToDictionary(indicator => indicator.Indicator.Ref, Figure), StringComparer.Ordinal);

    private static string Figure(DashboardIndicator indicator)
    {
        var (unit, latest, toDate) = (indicator.Definition.Unit, indicator.Rated.Latest, indicator.Rated.ToDate.Figure);
        var shown = latest.Value is { } value ? unit.Print(value, latest.Decimals) : "no figure";
        var yearToDate = toDate.Value is { } total ? $", {unit.Print(total, toDate.Decimals)} to date" : "";
        return indicator.IsKpi ? $"{shown}{yearToDate}, {indicator.RatingBy(RatingCounted.Latest)}" : $"{shown}{yearToDate}";
    }

    internal static IEnumerable<string> Differences(SortedDictionary<string, string> then, SortedDictionary<string, string> now) =>
        then.Keys.Union(now.Keys)
            .Where(reference => then.GetValueOrDefault(reference) != now.GetValueOrDefault(reference))
            .Select(reference => $"{reference}: {then.GetValueOrDefault(reference) ?? "not in the paper"}; now {now.GetValueOrDefault(reference) ?? "not in the paper"}");

    private static SortedDictionary<string, Stamp> Read(string path)
    {
        var stamps = new SortedDictionary<string, Stamp>(StringComparer.Ordinal);
        try
        {
            if (File.Exists(path))
            {
                using var stream = File.OpenRead(path);
                stamps = JsonSerializer.Deserialize<SortedDictionary<string, Stamp>>(stream) is { } read ? new(read, StringComparer.Ordinal) : stamps;
            }
        }
        catch (JsonException)
        {
            // A damaged memory remembers nothing: every text counts as new, and the file is written afresh.
        }

        return stamps;
    }

    private static string Digest(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Trim())));
}
