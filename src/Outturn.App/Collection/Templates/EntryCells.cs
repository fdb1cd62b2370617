using Outturn.App.Workbooks;
using Outturn.Core.Collection;

namespace Outturn.App.Collection.Templates;

/// <summary>What stands in the entry cells for a submission that is known already.</summary>
internal static class EntryCells
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <returns>A number where the spreadsheet can keep it exactly, else text; neither where there is nothing to write.</returns>
    public static (string? Number, string? Text) Of(Submission? known, string heading) => known is null ? default : heading switch
    {
        TemplateColumns.Value => SheetCell.Written(known.Observation.Typed),
        TemplateColumns.Numerator => SheetCell.Written(known.Observation.Counts?.Numerator),
        TemplateColumns.Denominator => SheetCell.Written(known.Observation.Counts?.Denominator),
        TemplateColumns.Marker => (null, MarkerWords.Of(known.Observation.Marker)),
        TemplateColumns.Note => (null, known.Note),
        TemplateColumns.Forecast => SheetCell.Written(known.Forecast?.Value),
        TemplateColumns.ForecastReason => (null, known.Forecast?.Reason),
        TemplateColumns.Context => (null, known.Commentary?.Context),
        TemplateColumns.Cause => (null, known.Commentary?.Cause),
        TemplateColumns.Action => (null, known.Commentary?.Action),
        TemplateColumns.Owner => (null, known.Commentary?.Owner),
        TemplateColumns.Due => (known.Commentary?.Due is { } day ? $"{day.DayNumber - DayZero.DayNumber}" : null, null),
        TemplateColumns.Recovery => (null, known.Commentary?.Recovery),
        _ => default,
    };
}
