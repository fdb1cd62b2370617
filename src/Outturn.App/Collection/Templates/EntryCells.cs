using Outturn.Core.Collection;

namespace Outturn.App.Collection.Templates;

/// <summary>What stands in the entry cells for a submission that is known already.</summary>
internal static class EntryCells
{
    /// <summary>The digits that a spreadsheet keeps of a number; one with more is written as text.</summary>
    private const int MostDigits = 15;

    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <returns>A number where the spreadsheet can keep it exactly, else text; neither where there is nothing to write.</returns>
    public static (string? Number, string? Text) Of(Submission? known, string heading) => known is null ? default : heading switch
    {
        TemplateColumns.Value => Written(known.Observation.Typed),
        TemplateColumns.Numerator => Written(known.Observation.Counts?.Numerator),
        TemplateColumns.Denominator => Written(known.Observation.Counts?.Denominator),
        TemplateColumns.Marker => (null, MarkerWords.Of(known.Observation.Marker)),
        TemplateColumns.Note => (null, known.Note),
        TemplateColumns.Forecast => Written(known.Forecast?.Value),
        TemplateColumns.ForecastReason => (null, known.Forecast?.Reason),
        TemplateColumns.Context => (null, known.Commentary?.Context),
        TemplateColumns.Cause => (null, known.Commentary?.Cause),
        TemplateColumns.Action => (null, known.Commentary?.Action),
        TemplateColumns.Owner => (null, known.Commentary?.Owner),
        TemplateColumns.Due => (known.Commentary?.Due is { } day ? $"{day.DayNumber - DayZero.DayNumber}" : null, null),
        TemplateColumns.Recovery => (null, known.Commentary?.Recovery),
        _ => default,
    };

    private static (string? Number, string? Text) Written(decimal? value)
    {
        if (value is not { } number)
        {
            return default;
        }

        var text = number.ToString("0.############################");
        return text.Where(char.IsAsciiDigit).SkipWhile(digit => digit == '0').Count() <= MostDigits ? (text, null) : (null, text);
    }
}
