namespace Outturn.Core.Ratings;

/// <summary>A figure's rating for its own period: rated, or not rated with the reason; never a fourth colour, a null or a zero.</summary>
public abstract record Rating
{
    private static readonly Rated[] Colours = [.. Enum.GetValues<RagRating>().Select(colour => new Rated(colour))];
    private static readonly NotRated[] Reasons = [.. Enum.GetValues<Reason>().Select(reason => new NotRated(reason))];

    private Rating()
    {
    }

    /// <summary>The colour, where there is one.</summary>
    public RagRating? Colour => (this as Rated)?.Rag;

    /// <summary>Why there is no colour, where there is none.</summary>
    public Reason? WhyNot => (this as NotRated)?.Reason;

    public static Rating Of(RagRating rag) => Colours[(int)rag];

    public static Rating Not(Reason reason) => Reasons[(int)reason];

    public sealed record Rated(RagRating Rag) : Rating
    {
        public override string ToString() => Rag.ToString();
    }

    public sealed record NotRated(Reason Reason) : Rating
    {
        public override string ToString() => $"Not rated: {Reason.Text()}";
    }
}
