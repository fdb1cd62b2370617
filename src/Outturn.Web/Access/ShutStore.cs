using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Outturn.App.Stores;

namespace Outturn.Web.Access;

/// <summary>What is answered while the council's database cannot be opened: a page that needs nothing of it, and says nothing of where it lies.</summary>
internal sealed partial class ShutStore(TimeProvider clock, ILogger<ShutStore> log)
{
    private const string RetryAfterSeconds = "30";

    public async Task TellAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            await next(http);
        }
        catch (Exception e) when (!http.Response.HasStarted && IsShut(http, e))
        {
            Shut(log, OutOfReach.Cause(e)!.Message);
            http.Response.Clear();
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            http.Response.ContentType = "text/html; charset=utf-8";
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
            await http.Response.WriteAsync(Page(UkTime.Text(clock.GetUtcNow().UtcDateTime)), http.RequestAborted);
        }
    }

    /// <summary>Before it is known who comes nothing but the store was asked, so whatever it said it cannot be used.</summary>
    private static bool IsShut(HttpContext http, Exception e) => OutOfReach.IsBecause(e) || (http.Features.Get<Visit>() is null && OutOfReach.Cause(e) is not null);

    private static string Page(string at) => $"""
        <!DOCTYPE html>
        <html lang="en-GB">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Outturn cannot open its database</title></head>
        <body>
        <main>
        <h1>Outturn cannot open its database</h1>
        <p>The council's figures cannot be read or changed just now. Nothing was half done: what you sent was either taken whole or not at all. Go back and try again in a few minutes.</p>
        <p>If it goes on, tell whoever runs Outturn the time, {at}.</p>
        <h2>For whoever runs Outturn</h2>
        <p>The database is missing, locked by another program, damaged or full, or its server does not answer. On the machine that Outturn runs on, <code>outturn doctor</code> says which, and the command that mends it; the log of <code>outturn serve</code> has what the database said. Once it can be opened, the pages are back by themselves.</p>
        </main>
        </body>
        </html>

        """;

    [LoggerMessage(Level = LogLevel.Error, Message = "The store cannot be opened: {Reason}")]
    private static partial void Shut(ILogger log, string reason);
}
