using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace Outturn.Web.Api;

/// <summary>Why nothing was taken, as RFC 9457 has it, with every row that is in the way.</summary>
/// <param name="Title">The status in words; the sentence is in the detail.</param>
internal sealed record FigureProblem(string Type, string Title, int Status, string Detail, IReadOnlyList<BadRow> Rows)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static ContentResult Of(int status, string detail, IReadOnlyList<BadRow>? rows = null) => new()
    {
        StatusCode = status,
        ContentType = "application/problem+json",
        Content = JsonSerializer.Serialize(new FigureProblem("about:blank", ReasonPhrases.GetReasonPhrase(status), status, detail, rows ?? []), Options),
    };
}

/// <summary>A row that is in the way, with its ref and period as they were sent.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Ref">Null where it could not be read.</param>
/// <param name="Field">Which field of the row, where it is one.</param>
/// <param name="Code">Of a warning: under it stands the reason that excuses the row.</param>
internal sealed record BadRow(int Row, string? Ref, string? Period, string? Field, string? Code, string Reason);
