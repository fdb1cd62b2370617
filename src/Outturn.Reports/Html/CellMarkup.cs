using Outturn.Core.Ratings;

namespace Outturn.Reports.Html;

/// <summary>Cells: a rating and a direction are a word and a sign; the sign is not read out.</summary>
internal static class CellMarkup
{
    public static void Write(TextWriter html, Cell cell)
    {
        switch (cell)
        {
            case FigureCell { Remark: { } remark } figure:
                html.Write($"<span class=\"whole\">{Markup.Escape(figure.Figure)}</span> <span class=\"remark\">({Markup.Escape(remark)})</span>");
                break;
            case RatingCell rating:
                html.Write($"<span class=\"tag {Class(rating.Rating)}\"><span aria-hidden=\"true\">{rating.Rating.Shape()}</span> {Markup.Escape(rating.Text)}</span>");
                break;
            case DirectionCell direction when direction.Direction.Arrow() is { Length: > 0 } arrow:
                html.Write($"<span class=\"arrow\" aria-hidden=\"true\">{arrow}</span> {Markup.Escape(direction.Text)}");
                break;
            default:
                html.Write(Markup.Escape(cell.Text));
                break;
        }
    }

    /// <summary>The class that colours a rating; its rule is written by <see cref="StyleSheet"/>.</summary>
    public static string Class(Rating rating) => rating.Colour switch
    {
        RagRating.Green => "green",
        RagRating.Amber => "amber",
        RagRating.Red => "red",
        _ => "unrated",
    };
}
