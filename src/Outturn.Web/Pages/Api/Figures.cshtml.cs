using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Outturn.App.Api;
using Outturn.App.Collection;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Periods;
using Outturn.Web.Api;

namespace Outturn.Web.Pages;

/// <summary>Where services' systems send their figures: a list, all of it or nothing, as submissions that somebody approves.</summary>
[IgnoreAntiforgeryToken]
public sealed class FiguresModel(Store store, ApiTokens tokens, ApiPace pace, LiveCouncil live) : PageModel
{
    private const string Scheme = "Bearer ";

    public IActionResult OnGet() => File(typeof(FiguresModel).Assembly.GetManifestResourceStream("figures-api.json")!, "application/json", "figures-api.json");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || await tokens.FindAsync(header[Scheme.Length..].Trim(), cancel) is not { } token)
        {
            if (header.Length > 0 && pace.WaitAfterBad(HttpContext.Connection.RemoteIpAddress?.ToString() ?? "") is { } wait)
            {
                return TooOften("This address has sent too many tokens that are none", wait);
            }

            Response.Headers.WWWAuthenticate = "Bearer";
            return FigureProblem.Of(StatusCodes.Status401Unauthorized, "A token is needed that is not ended or taken back: Authorization: Bearer TOKEN. The council's administrator makes them.");
        }

        if (pace.Wait(token.Name) is { } pause)
        {
            return TooOften("This token has been used too often", pause);
        }

        if (!MediaTypeHeaderValue.TryParse(Request.ContentType, out var type) || !type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || (type.Charset.HasValue && type.Encoding?.WebName != "utf-8"))
        {
            return FigureProblem.Of(StatusCodes.Status415UnsupportedMediaType, "Send JSON in UTF-8: Content-Type: application/json.");
        }

        try
        {
            var (rows, refusal, bad) = await SentRows.ReadAsync(Request.Body, cancel);
            return rows is null ? FigureProblem.Of(StatusCodes.Status400BadRequest, refusal, bad) : await SubmitAsync(token, rows, cancel);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return FigureProblem.Of(e.StatusCode, $"The body is longer than {SentRows.Most:N0} figures can be, which are all that is taken at once: send it in parts.");
        }
    }

    /// <summary>Whoever asks in another way is told which there are.</summary>
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is null)
        {
            Response.Headers.Allow = "GET, HEAD, POST";
            context.Result = FigureProblem.Of(StatusCodes.Status405MethodNotAllowed, "Figures are sent by POST; GET describes how.");
        }
    }

    private async Task<IActionResult> SubmitAsync(ApiToken token, IReadOnlyList<SentRow> rows, CancellationToken cancel)
    {
        var now = await live.ReadAsync(cancel);
        var read = rows.Select(row => row.ToFigure(now, token.ServiceNames)).ToList();
        var bad = read.Select((one, at) => (one.Figure, At: at, one.Refusal)).Where(one => one.Figure is null).Select(one => Bad(one.At, one.Refusal)).ToList();
        bad.AddRange(read.Select((one, at) => (one.Figure, At: at)).Where(one => one.Figure is not null).GroupBy(one => (one.Figure!.Ref, one.Figure.Period)).Where(same => same.Count() > 1)
            .SelectMany(same => same.Skip(1)).Select(one => Bad(one.At, "The same figure stands in the list twice.")));
        if (bad.Count > 0)
        {
            return FigureProblem.Of(StatusCodes.Status422UnprocessableEntity, $"Nothing was taken: {bad.Count} of {rows.Count} figures cannot be read.", [.. bad.OrderBy(one => one.Row)]);
        }

        var figures = read.Select(one => one.Figure!).ToList();
        var places = figures.Select((figure, at) => (figure.Ref, figure.Period, At: at)).ToDictionary(one => (one.Ref, one.Period), one => one.At);
        var options = new SubmitOptions((reference, warning) => rows[places[(reference, warning.Period)]].Reasons?.GetValueOrDefault(warning.Code));
        return await Submissions.SubmitAsync(store, figures, token.Who, null, options, cancel) switch
        {
            SubmitResult.Accepted accepted => new JsonResult(new { taken = figures.Count, changed = accepted.Changes, same = accepted.Same, remarks = accepted.Remarks }),
            SubmitResult.NeedsReasons needs => FigureProblem.Of(StatusCodes.Status422UnprocessableEntity, "Nothing was taken: each warning needs another figure, or a reason under its code in the \"reasons\" of its row.",
                [.. needs.Warnings.Select(one => BadFigure(one.Ref, one.Warning.Period, one.Warning.Sentence, one.Warning.Code))]),
            SubmitResult.Refused refused => FigureProblem.Of(StatusCodes.Status409Conflict, "Nothing was taken: there are figures that cannot be changed so.", [.. refused.Problems.Select(one => BadFigure(one.Ref, one.Period, one.Reason))]),
            _ => throw new InvalidOperationException("A submission is taken or not."),
        };

        BadRow Bad(int at, string reason, string? code = null) => new(at + 1, rows[at].Ref, rows[at].Period, null, code, reason);
        BadRow BadFigure(string reference, Period period, string reason, string? code = null) => Bad(places[(reference, period)], reason, code);
    }

    private ContentResult TooOften(string what, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return FigureProblem.Of(StatusCodes.Status429TooManyRequests, $"{what}: wait {seconds} second{(seconds == 1 ? "" : "s")}.");
    }
}
