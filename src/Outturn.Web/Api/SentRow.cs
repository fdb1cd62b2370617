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
