using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Outturn.Core.Release;
using Outturn.Public.Site;

namespace Outturn.Public.Api;

/// <summary>The API: what the pages show, for programs. Addresses and names in it stay as they are while its version is 1.</summary>
internal static class ApiRoutes
{
    public const string Root = "/api/v1";

    private const string Problem = "application/problem+json";

    public static void Add(IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json => ApiJson.Set(json.SerializerOptions));
        services.AddOpenApi("v1", ApiDescription.Set);
    }

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/api/{documentName}/openapi.json");
        app.MapGet(Root, () => Results.Redirect($"{Root}/openapi.json")).ExcludeFromDescription();
        var api = app.MapGroup(Root).ProducesProblem(429, Problem).ProducesProblem(503, Problem);
        api.MapGet("/indicators", Indicators).WithName("indicators").WithTags("Indicators").WithSummary("Indicators, by ref").WithDescription("Those of the latest reports, and those that were reported before. A rating is Red, Amber, Green or Not rated.").ProducesProblem(400, Problem);
        api.MapGet("/indicators/{reference}", Indicator).WithName("indicator").WithTags("Indicators").WithSummary("An indicator with its definition, figures, levels, words and revisions").ProducesProblem(404, Problem).ProducesProblem(410, Problem);
        api.MapGet("/indicators/{reference}/series", Series).WithName("series").WithTags("Indicators").WithSummary("The figures of an indicator by period, with the levels that held").ProducesProblem(404, Problem).ProducesProblem(410, Problem);
        api.MapGet("/dashboards", Dashboards).WithName("dashboards").WithTags("Dashboards").WithSummary("Reports, newest first").ProducesProblem(400, Problem);
        api.MapGet("/dashboards/{paper}", Dashboard).WithName("dashboard").WithTags("Dashboards").WithSummary("A report: its newest whole edition, its indicators and its editions").ProducesProblem(404, Problem).ProducesProblem(410, Problem);
        api.MapGet("/editions", Editions).WithName("editions").WithTags("Editions").WithSummary("Issues, corrections, supplements and withdrawals, newest first").ProducesProblem(400, Problem);
        api.MapGet("/editions/{number:long}", Edition).WithName("edition").WithTags("Editions").WithSummary("An edition, by its number, with its files").ProducesProblem(404, Problem);
        api.MapGet("/revisions", Revisions).WithName("revisions").WithTags("Revisions").WithSummary("What was put right or added after it was first published, newest first").ProducesProblem(400, Problem);
        app.MapGet("/api/{**rest}", () => NotFound("There is no such address in the API: /api/v1/openapi.json lists those there are, and the page /data explains them.")).ExcludeFromDescription();
    }

    private static Results<Ok<ApiPage<ApiIndicatorSummary>>, ProblemHttpResult> Indicators(HttpContext http, string? q = null, string? service = null, string? report = null, string? rating = null, string? kind = null, string? current = null, string? page = null, string? per_page = null)
    {
        var refusal = Asked.Flag("current", current, out var isCurrent) ?? IndicatorFilter.Refusal(rating, kind);
        return refusal is not null ? Paging.Wrong(refusal)
            : Paging.Of(http, [.. IndicatorFilter.Apply(http.Site(), q, service, report, rating, kind).Where(indicator => isCurrent is null || indicator.IsCurrent == isCurrent)], page, per_page, ApiIndicatorSummary.Of);
    }

    private static Results<Ok<ApiIndicator>, ProblemHttpResult> Indicator(HttpContext http, string reference) =>
        Find(http, reference) is { } found ? TypedResults.Ok(ApiIndicator.Of(found)) : NoIndicator(http, reference);

    private static Results<Ok<ApiSeries>, ProblemHttpResult> Series(HttpContext http, string reference) =>
        Find(http, reference) is { } found ? TypedResults.Ok(ApiSeries.Of(found)) : NoIndicator(http, reference);

    private static Results<Ok<ApiPage<ApiDashboardSummary>>, ProblemHttpResult> Dashboards(HttpContext http, string? report = null, string? year = null, string? page = null, string? per_page = null) =>
        Paging.Of(http, [.. http.Site().Papers.Where(paper => IndicatorFilter.IsBlankOr(report, paper.Group) && IndicatorFilter.IsBlankOr(year, paper.Dashboard?.Year)).OrderByDescending(paper => paper.Dashboard?.DataTo).ThenByDescending(paper => paper.Last.Number)], page, per_page, ApiDashboardSummary.Of);

    private static Results<Ok<ApiDashboard>, ProblemHttpResult> Dashboard(HttpContext http, string paper) => http.Site().Find(paper) switch
    {
        null => NotFound($"There is no report \"{paper}\": {Root}/dashboards lists them."),
        { Withdrawal: { } taken } => Gone("It", taken),
        { Whole: not null } found => TypedResults.Ok(ApiDashboard.Of(found)),
        _ => NotFound($"Nothing of \"{paper}\" is there to be read."),
    };

    private static Results<Ok<ApiPage<ApiEdition>>, ProblemHttpResult> Editions(HttpContext http, string? paper = null, string? kind = null, string? page = null, string? per_page = null) =>
        Asked.Kind("kind", kind, out var one) is { } refusal ? Paging.Wrong(refusal)
        : Paging.Of(http, [.. http.Site().Editions.Where(edition => IndicatorFilter.IsBlankOr(paper, edition.Paper) && (one is null || edition.Kind == one))], page, per_page, ApiEdition.Of);

    private static Results<Ok<ApiEdition>, ProblemHttpResult> Edition(HttpContext http, long number) =>
        http.Site().Editions.FirstOrDefault(edition => edition.Number == number) is { } found ? TypedResults.Ok(ApiEdition.Of(found)) : NotFound($"There is no edition {number}: {Root}/editions lists them.");

    private static Results<Ok<ApiPage<ApiRevision>>, ProblemHttpResult> Revisions(HttpContext http, [FromQuery(Name = "ref")] string? reference = null, string? paper = null, string? since = null, string? page = null, string? per_page = null) =>
        Asked.Day("since", since, out var day) is { } refusal ? Paging.Wrong(refusal)
        : Paging.Of(http, [.. http.Site().Revisions.Where(changed => IndicatorFilter.IsBlankOr(reference, changed.Revision.Ref) && IndicatorFilter.IsBlankOr(paper, changed.Edition.Paper) && (day is null || UkDay.Of(changed.Edition.IssuedAt) >= day))], page, per_page, ApiRevision.Of);

    private static PublicIndicator? Find(HttpContext http, string reference) => http.Site().Indicator(Uri.UnescapeDataString(reference));

    private static ProblemHttpResult NoIndicator(HttpContext http, string reference) =>
        http.Site().Gone.Indicator(Uri.UnescapeDataString(reference)) is { } taken ? Gone(taken.Title, taken) : NotFound($"There is no indicator \"{reference}\": {Root}/indicators lists them.");

    private static ProblemHttpResult Gone(string report, PublicEdition taken) => taken.Kind == EditionKind.Correction
        ? TypedResults.Problem($"{report} was corrected on {UkDay.Text(taken.IssuedAt)}, and has it no longer: {taken.Reason}", statusCode: StatusCodes.Status410Gone, title: "No longer published")
        : TypedResults.Problem($"{report} was withdrawn on {UkDay.Text(taken.IssuedAt)}: {taken.Reason}", statusCode: StatusCodes.Status410Gone, title: "Withdrawn");

    private static ProblemHttpResult NotFound(string detail) => TypedResults.Problem(detail, statusCode: StatusCodes.Status404NotFound, title: "Not found");
}
