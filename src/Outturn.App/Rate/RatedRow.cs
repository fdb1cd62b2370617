using Outturn.Core.Ratings;

namespace Outturn.App.Rate;

/// <summary>A row's results in as few bytes as they need; words are kept by their number, 0 for a blank cell.</summary>
internal struct RatedRow
{
    public const byte NoFigure = byte.MaxValue;

    public decimal Shown;
    public decimal ToDate;

    /// <summary>Not a number where there is none.</summary>
    public double TrendP;

    /// <summary>The decimals to show, or <see cref="NoFigure"/>.</summary>
    public byte ShownDecimals;
    public byte ToDateDecimals;
    public byte Rating;
    public byte Reason;
    public byte ToDateRating;
    public byte ToDateReason;
    public byte Previous;
    public byte LastYear;
    public byte Trend;
    public byte Range;
    public byte ToDateRange;

    public RatedRow(RatedPeriod rated, bool isKpi)
    {
        var (own, toDate) = (rated.Latest, rated.ToDate.Figure);
        (Shown, ShownDecimals) = (own.Value.GetValueOrDefault(), Decimals(own));
        (ToDate, ToDateDecimals) = (toDate.Value.GetValueOrDefault(), Decimals(toDate));
        (Reason, ToDateReason) = (RateWords.Of(own.WhyNot), RateWords.Of(toDate.WhyNot));
        TrendP = double.NaN;
        if (isKpi)
        {
            (Rating, ToDateRating) = (RateWords.Of(own.Rating), RateWords.Of(toDate.Rating));
            (Previous, LastYear) = (RateWords.Of(rated.Previous), RateWords.Of(rated.LastYear));
            Trend = RateWords.Of(rated.Trend?.Direction);
            TrendP = rated.Trend?.P ?? double.NaN;
        }
        else
        {
            (Range, ToDateRange) = (RateWords.Of(own.Verdict), RateWords.Of(toDate.Verdict));
        }
    }

    private static byte Decimals(JudgedFigure figure) => figure.Value is null ? NoFigure : (byte)figure.Decimals;
}
