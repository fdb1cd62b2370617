using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Observations;

namespace Outturn.Cli.Reference;

/// <summary>The same as scripts read it; values are text, so that no digit is lost.</summary>
internal static class ReferenceJson
{
    public static object Of(FileReport file) => new
    {
        file.File,
        file.Profile,
        Outcome = file.Outcome.ToString(),
        file.Read,
        file.Stored,
        file.Refused,
        file.Refusals,
        file.Remarks,
    };

    public static object Of(IReadOnlyList<Publication> publications, IReadOnlyList<NeighbourSetSummary> sets, IReadOnlyList<(string Framework, string Edition, DateOnly? Date)> editions, IReadOnlyList<NationalSeries>? series) => new
    {
        publications,
        neighbourSets = sets,
        frameworks = editions.Select(edition => new { edition.Framework, edition.Edition, edition.Date }),
        series = series?.Select(one => new { one.Name, one.Title, one.Unit, one.Publisher, one.PublishedOn }),
    };

    public static object Of(NationalSeries series, IReadOnlyList<NationalFigure> figures, DateOnly on) => new
    {
        series.Name,
        series.Title,
        series.Unit,
        series.Decimals,
        series.Publisher,
        series.PublishedOn,
        series.Address,
        CadenceMonths = series.Cadence.Months,
        series.Cadence.LagDays,
        Figures = figures.Select(figure => new
        {
            figure.Area,
            Period = figure.Period.Label,
            Kind = figure.Period.Kind.ToString(),
            figure.Period.First,
            figure.Period.Last,
            Value = figure.Value?.ToString(),
            Lower = figure.Interval?.Lower.ToString(),
            Upper = figure.Interval?.Upper.ToString(),
            Marker = figure.Marker.Code(),
            Status = figure.Status.ToString(),
            Age = series.Cadence.AgeOf(figure.Period.Last, on).Words(),
            figure.Note,
        }),
    };
}
