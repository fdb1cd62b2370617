using System.Text;
using Outturn.Core.Ratings;

namespace Outturn.App.Rate;

/// <summary>The words of the result columns, numbered from 1 in the order of their enums; 0 is a blank cell.</summary>
internal static class RateWords
{
    public static readonly byte[][] Ratings = Numbered<RagRating>(rating => rating.ToString(), "Not rated");

    public static readonly byte[][] Reasons = Numbered<Reason>(reason => reason.Text());

    public static readonly byte[][] Directions = Numbered<Direction>(direction => direction.Text());

    public static readonly byte[][] Ranges = Numbered<RangeVerdict>(verdict => verdict.Text());

    /// <summary>A rating without a colour is "Not rated", the last of its words.</summary>
    public static byte Of(Rating? rating) =>
        (byte)(rating is null ? 0 : rating.Colour is { } colour ? (int)colour + 1 : Ratings.Length - 1);

    public static byte Of(Reason? reason) => (byte)(reason is { } known ? (int)known + 1 : 0);

    public static byte Of(Direction? direction) => (byte)(direction is { } known ? (int)known + 1 : 0);

    public static byte Of(RangeVerdict? verdict) => (byte)(verdict is { } known ? (int)known + 1 : 0);

    private static byte[][] Numbered<T>(Func<T, string> text, params string[] more)
        where T : struct, Enum =>
        [[], .. Enum.GetValues<T>().Select(text).Concat(more).Select(Encoding.UTF8.GetBytes)];
}
