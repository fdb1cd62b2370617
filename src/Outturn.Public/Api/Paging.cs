using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Outturn.Public.Api;

/// <summary>Cuts a list into pages, and says how one comes to the others.</summary>
internal static class Paging
{
    public const int UsualPerPage = 50;
    public const int MostPerPage = 500;

    /// <param name="page">From 1, as it was asked for; refused where there is none of that number.</param>
    public static Results<Ok<ApiPage<TOut>>, ProblemHttpResult> Of<TIn, TOut>(HttpContext http, IReadOnlyList<TIn> all, string? page, string? perPage, Func<TIn, TOut> shape)
    {
        if (Read(perPage, UsualPerPage) is not (>= 1 and <= MostPerPage and var length))
        {
            return Wrong($"per_page is a whole number from 1 to {MostPerPage}, not \"{perPage}\".");
        }

        var pages = Math.Max(1, (all.Count + length - 1) / length);
        if (Read(page, 1) is not (>= 1 and var number) || number > pages)
        {
            return Wrong($"page is a whole number from 1 to {pages}, not \"{page}\".");
        }

        string At(int to) => http.Request.Path + QueryString.Create(http.Request.Query.Where(part => !part.Key.Equals("page", StringComparison.OrdinalIgnoreCase)).Append(new("page", to.ToString(CultureInfo.InvariantCulture)))).Value;
        var links = new ApiLinks(At(number), At(1), number > 1 ? At(number - 1) : null, number < pages ? At(number + 1) : null, At(pages));
        var header = new[] { ("first", links.First), ("prev", links.Previous), ("next", links.Next), ("last", links.Last) }.Where(link => link.Item2 is not null).Select(link => $"<{link.Item2}>; rel=\"{link.Item1}\"");
        http.Response.Headers.Link = string.Join(", ", header);
        return TypedResults.Ok(new ApiPage<TOut>([.. all.Skip((number - 1) * length).Take(length).Select(shape)], number, pages, length, all.Count, links));
    }

    private static int? Read(string? text, int otherwise) =>
        string.IsNullOrEmpty(text) ? otherwise : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public static ProblemHttpResult Wrong(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status400BadRequest, title: "That cannot be answered");
}
