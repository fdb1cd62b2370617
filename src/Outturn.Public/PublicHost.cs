using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Outturn.Public.Api;
using Outturn.Public.Serving;
using Outturn.Public.Site;

namespace Outturn.Public;

/// <summary>The public site and its API, over the public store alone: it is given the path of that file and nothing else.</summary>
public static class PublicHost
{
    private const string ContentPolicy = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>What others' pages may read by script: data, not pages.</summary>
    private static readonly string[] Shared = ["/api", "/data", "/files"];

    /// <summary>Builds the server; it listens once it is started.</summary>
    public static WebApplication Build(PublicOptions options, TimeProvider? clock = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(PublicHost).Assembly.GetName().Name });
        builder.WebHost.UseKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            options.Listen(kestrel);
        });
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            // Whoever starts the server is told in a sentence why it cannot begin; it has no work of its own that could fail later.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);
        var services = builder.Services;
        services.AddSingleton(options).AddSingleton(clock ?? TimeProvider.System).AddSingleton<LiveSite>().AddSingleton<IssuedPages>();
        services.AddRouting().Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.AddRazorPages(pages => pages.Conventions.AddPageRoute("/Dashboards/Paper", "/dashboards/{paper}/editions/{edition:int}")).AddApplicationPart(typeof(PublicHost).Assembly);
        services.AddCors(cors => cors.AddDefaultPolicy(policy => policy.AllowAnyOrigin().WithMethods("GET", "HEAD").AllowAnyHeader().WithExposedHeaders("Link", "ETag", "Retry-After")));
        Limits.Add(services, options);
        ApiRoutes.Add(services);

        var app = builder.Build();
        if (options.BehindProxy)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            app.UseForwardedHeaders(forwarded);
        }

        app.Use(WriteHeaders);
        app.UseExceptionHandler(broken => broken.Run(http => PlainPage.WriteAsync(http, StatusCodes.Status500InternalServerError, "Sorry, something went wrong", "It is not your doing. Try again later; the other pages may still work.")));
        app.UseRateLimiter();
        app.UseWhen(http => Array.Exists(Shared, path => http.Request.Path.StartsWithSegments(path)), shared => shared.UseCors());
        app.Use(app.Services.GetRequiredService<IssuedPages>().ServeAsync);
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/api"), pages => pages.UseStatusCodePagesWithReExecute("/status/{0}"));
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseStatusCodePages(told => PlainPage.WriteAsync(told.HttpContext, told.HttpContext.Response.StatusCode, "That cannot be answered", "Something in the address cannot be read: /api/v1/openapi.json says what is asked for, and how.")));
        app.UseRouting();
        Look.Map(app);
        FileRoutes.Map(app);
        FeedRoutes.Map(app);
        ApiRoutes.Map(app);
        app.MapRazorPages();
        return app;
    }

    /// <summary>At the last moment, so that a page that says what went wrong has them too.</summary>
    private static Task WriteHeaders(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            var headers = http.Response.Headers;
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = ContentPolicy;
            }

            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            if (http.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
