using Microsoft.AspNetCore.Http;

namespace Outturn.Public.Parts;

/// <summary>Where one stands in a long list, and the way to the rest of it.</summary>
/// <param name="Rows">What is on this page.</param>
internal sealed record ListPage<T>(IReadOnlyList<T> Rows, PageLinks Links)
{
    /// <param name="asked">The page that was asked for; the nearest there is is shown.</param>
    public static ListPage<T> Of(IReadOnlyList<T> all, int asked, int length, HttpRequest request)
    {
        var last = Math.Max(1, (all.Count + length - 1) / length);
        var number = Math.Clamp(asked, 1, last);
        string At(int page) => request.Path + QueryString.Create(request.Query.Where(part => part.Key != "page" && !string.IsNullOrEmpty(part.Value)).Append(new("page", page.ToString()))).Value;
        return new([.. all.Skip((number - 1) * length).Take(length)], new PageLinks(number, last, number > 1 ? At(number - 1) : null, number < last ? At(number + 1) : null));
    }
}

internal sealed record PageLinks(int Number, int Last, string? Before, string? Next);
