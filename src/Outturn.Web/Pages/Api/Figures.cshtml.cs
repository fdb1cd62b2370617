using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outturn.App.Api;
using Outturn.App.Collection;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Web.Access;
using Outturn.Web.Api;

namespace Outturn.Web.Pages;

/// <summary>Where services' systems send their figures: a list, all of it or nothing, as submissions that somebody approves.</summary>
[IgnoreAntiforgeryToken]
public sealed class FiguresModel(Store store, ApiTokens tokens, ApiPace pace, Guessing guessing, LiveCouncil live) : PageModel
{
    private const string Scheme = "Bearer ";

    public IActionResult OnGet() => Problem(StatusCodes.Status405MethodNotAllowed, "Figures are sent here by POST.", []);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var address = HttpContext.Connection.RemoteIpAddress?.ToString() ?? "";
        if (guessing.Refusal($"api {address}", address) is { } wait)
        {
            return Problem(StatusCodes.Status429TooManyRequests, wait, []);
        }

        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || await tokens.FindAsync(header[Scheme.Length..].Trim(), cancel) is not { } token)
        {
            if (header.Length > 0)
            {
                guessing.Failed($"api {address}", address);
            }

            Response.Headers.WWWAuthenticate = "Bearer";
            return Problem(StatusCodes.Status401Unauthorized, "A token is needed that is not ended or taken back: Authorization: Bearer TOKEN. The council's administrator makes them.", []);
        }

        if (pace.Wait(token.Name) is { } pause)
        {
            Response.Headers.RetryAfter = Math.Ceiling(pause.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            return Problem(StatusCodes.Status429TooManyRequests, $"This token has been used too often: wait {Math.Ceiling(pause.TotalSeconds)} seconds.", []);
        }

        if (Request.ContentType?.StartsWith("application/json", StringComparison.OrdinalIgnoreCase) != true)
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, "Send JSON: Content-Type: application/json.", []);
        }

        var (rows, refusal) = await SentRow.ReadAsync(Request.Body, cancel);
        return rows is null ? Problem(StatusCodes.Status400BadRequest, refusal, []) : await SubmitAsync(token, rows, cancel);
    }

    private async Task<IActionResult> SubmitAsync(ApiToken token, IReadOnlyList<SentRow> rows, CancellationToken cancel)
    {
        var now = await live.ReadAsync(cancel);
        var read = rows.Select(row => row.ToFigure(now, token.ServiceNames)).ToList();
        var bad = read.Select((one, at) => (Row: at + 1, rows[at].Ref, rows[at].Period, one.Figure, one.Refusal)).Where(one => one.Figure is null).Select(one => new BadRow(one.Row, one.Ref, one.Period, null, one.Refusal)).ToList();
        bad.AddRange(read.Select((one, at) => (one.Figure, Row: at)).Where(one => one.Figure is not null).GroupBy(one => (one.Figure!.Ref, one.Figure.Period)).Where(same => same.Count() > 1)
            .SelectMany(same => same.Skip(1)).Select(one => new BadRow(one.Row + 1, rows[one.Row].Ref, rows[one.Row].Period, null, "The same figure stands in the list twice.")));
        if (bad.Count > 0)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, $"Nothing was taken: {bad.Count} of {rows.Count} figures cannot be read.", bad);
        }

        var figures = read.Select(one => one.Figure!).ToList();
        var reasons = rows.Zip(figures).ToLookup(pair => pair.Second.Ref, pair => pair.First.Reasons);
        var options = new SubmitOptions((reference, warning) => reasons[reference].Select(given => given?.GetValueOrDefault(warning.Code)).FirstOrDefault(reason => !string.IsNullOrWhiteSpace(reason)));
        return await Submissions.SubmitAsync(store, figures, token.Who, null, options, cancel) switch
        {
            SubmitResult.Accepted accepted => new JsonResult(new { taken = figures.Count, changed = accepted.Changes, same = accepted.Same, remarks = accepted.Remarks }),
            SubmitResult.NeedsReasons needs => Problem(StatusCodes.Status422UnprocessableEntity, "Nothing was taken: each warning needs another figure, or a reason under its code in \"reasons\".", [.. needs.Warnings.Select(one => Row(one.Ref, null, one.Warning.Code, $"{one.Warning}"))]),
            SubmitResult.Refused refused => Problem(StatusCodes.Status409Conflict, "Nothing was taken.", [.. refused.Problems.Select(one => Row(one.Ref, $"{one.Period}", null, one.Reason))]),
            _ => throw new InvalidOperationException("A submission is taken or not."),
        };

        BadRow Row(string reference, string? period, string? code, string reason)
        {
            var at = figures.FindIndex(figure => figure.Ref.Equals(reference, StringComparison.OrdinalIgnoreCase) && (period is null || $"{figure.Period}" == period));
            return new BadRow(at + 1, reference, at < 0 ? period : rows[at].Period, code, reason);
        }
    }

    /// <summary>As RFC 9457 has it, every bad row named.</summary>
    private ContentResult Problem(int status, string detail, IReadOnlyList<BadRow> rows)
    {
        Response.StatusCode = status;
        var body = System.Text.Json.JsonSerializer.Serialize(new { title = detail, status, rows }, System.Text.Json.JsonSerializerOptions.Web);
        return new ContentResult { StatusCode = status, ContentType = "application/problem+json", Content = body };
    }

    /// <param name="Row">From 1.</param>
    /// <param name="Code">Of a warning.</param>
    private sealed record BadRow(int Row, string Ref, string? Period, string? Code, string Reason);
}
