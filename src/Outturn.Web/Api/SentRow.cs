using System.Text.Json;
using System.Text.Json.Serialization;
using Outturn.App.Collection;
using Outturn.App.Registers;
using Outturn.Core.Collection;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Web.Api;

/// <summary>A figure as a system sends it.</summary>
/// <param name="Period">As people write it: "2026-06", "Jun 2026", "Q1 2026/27", "2025/26".</param>
/// <param name="Marker">What stands in the brackets of official statistics: x, z, c, low, u, p, r.</param>
/// <param name="Reasons">For each warning that arises its code and why the figure is right all the same.</param>
public sealed record SentRow(
    string Ref, string Period, decimal? Value = null, decimal? Numerator = null, decimal? Denominator = null, string? Marker = null, string? Note = null, IReadOnlyDictionary<string, string>? Reasons = null)
{
    /// <summary>More than a year's figures of a large service.</summary>
    public const int Most = 5_000;

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        NumberHandling = JsonNumberHandling.Strict,
    };

    /// <summary>The rows of a body; null, with the reason and its place, where it is no list of them.</summary>
    public static async Task<(IReadOnlyList<SentRow>? Rows, string Refusal)> ReadAsync(Stream body, CancellationToken cancel)
    {
        try
        {
            var rows = await JsonSerializer.DeserializeAsync<List<SentRow>>(body, Options, cancel) ?? [];
            return rows.Count == 0 ? (null, "The list is empty: send at least one figure.")
                : rows.Count > Most ? (null, $"{rows.Count:N0} figures are more than are taken at once: send {Most:N0} at the most.")
                : rows.Contains(null!) ? (null, $"Row {rows.IndexOf(null!) + 1} is null: each row is an object with ref and period.")
                : (rows, "");
        }
        catch (JsonException e)
        {
            return (null, $"The body is not the list of figures that is expected{(e.Path is { } path ? $", at {path}" : "")}{(e.LineNumber is { } line ? $", line {line + 1}" : "")}: {e.Message.Split(" Path:")[0]}");
        }
    }

    /// <summary>As a submission; null, with the reason, where it cannot be one.</summary>
    public (SentFigure? Figure, string Refusal) ToFigure(CouncilNow now, IReadOnlyList<string> services)
    {
        if (now.Find(Ref) is not { } history || !services.Contains(history.Indicator.Service.Name))
        {
            return (null, $"There is no indicator {Ref} of the services that this token may send for.");
        }

        if (!PeriodText.TryRead(Period, history.Indicator.Definition.Frequency, out var period, out var refusal))
        {
            return (null, $"\"{Period}\" is no period of {history.Indicator.Ref}: {refusal}");
        }

        if ((Numerator is null) != (Denominator is null))
        {
            return (null, "Numerator and denominator come together.");
        }

        var marker = Core.Observations.Marker.None;
        if (Marker is { } text)
        {
            if (Markers.Read(text.Trim('[', ']')) is not { } read)
            {
                return (null, $"\"{text}\" is no marker: write x, z, c, low, u, p or r.");
            }

            marker = read;
        }

        var counts = Numerator is { } numerator ? new Counts(numerator, Denominator!.Value) : (Counts?)null;
        return (new SentFigure(history.Indicator.Ref, new Submission(period, new Observation(Value, counts, marker)) { Note = Note }), "");
    }
}
