using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Outturn.Web.Parts;

namespace Outturn.Web.Access;

/// <summary>The row of the table that an endpoint stands in.</summary>
internal sealed record PageRequirement(Policy Policy) : IAuthorizationRequirement;

/// <summary>Gives each page its row of <see cref="Policies"/>; one without stays shut.</summary>
internal sealed class PolicyConvention : IPageApplicationModelConvention
{
    public void Apply(PageApplicationModel model)
    {
        if (Policies.Of(model.ViewEnginePath) is not { } policy)
        {
            return;
        }

        model.EndpointMetadata.Add(policy);
        model.EndpointMetadata.Add(policy.Public ? new AllowAnonymousAttribute() : new AuthorizationPolicyBuilder(SessionHandler.Scheme_).AddRequirements(new PageRequirement(policy)).Build());
    }
}

/// <summary>Whether somebody may, for the indicator that the address names, before its question mark or behind it, or for the service in its path.</summary>
internal sealed class PageRequirementHandler : AuthorizationHandler<PageRequirement>
{
    public const string Reference = "reference";
    public const string Service = "service";

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PageRequirement requirement)
    {
        var http = (HttpContext)context.Resource!;
        var visit = http.Visit();
        if (visit.Person is not { } person)
        {
            return Task.CompletedTask;
        }

        string? service = null;
        if ((http.GetRouteValue(Reference) as string ?? http.Request.Query[Reference].FirstOrDefault()) is { } reference)
        {
            if ((requirement.Policy.OfProposals ? visit.Now.FindProposed(reference) : visit.Now.Find(reference)) is not { } history)
            {
                return Task.CompletedTask;
            }

            service = history.Indicator.Service.Name;
        }
        else if (http.GetRouteValue(Service) is string slug)
        {
            if (visit.Now.Register?.Service(slug) is not { } named)
            {
                return Task.CompletedTask;
            }

            service = named.Name;
        }

        if (requirement.Policy.Allows(person, service))
        {
            context.Succeed(requirement);
        }

        return Task.CompletedTask;
    }
}

/// <summary>Whoever has not signed in is asked to; whoever may not is told that there is no such page.</summary>
internal sealed class GateAnswers : IAuthorizationMiddlewareResultHandler
{
    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
        }
        else if (context.Visit().Person is null && context.GetEndpoint()?.Metadata.GetMetadata<Policy>() is not null)
        {
            await context.ChallengeAsync(SessionHandler.Scheme_);
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }
}
