using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Outturn.App.Mail;
using Outturn.App.Api;
using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Web.Access;
using Outturn.Web.Api;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web;

/// <summary>The pages for staff and members, over one council's store.</summary>
public static class StaffHost
{
    /// <summary>More than the largest file of figures that an import takes.</summary>
    private const long MostUpload = 64L * 1024 * 1024;

    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /// <summary>Builds the server; it listens once it is started.</summary>
    public static WebApplication Build(Store store, ServeOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ApplicationName = typeof(StaffHost).Assembly.GetName().Name });
        builder.WebHost.UseKestrel(kestrel => Listen(kestrel, options));
        var isUp = false;
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning)
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error)
            // Whoever starts the server is told in a sentence why it cannot begin.
            .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => isUp && level >= LogLevel.Warning);
        var services = builder.Services;
        services.AddSystemd().AddWindowsService(service => service.ServiceName = "Outturn");
        services.AddSingleton(store).AddSingleton(store.Clock).AddSingleton(options)
            .AddSingleton<LiveCouncil>().AddSingleton<Accounts>().AddSingleton<Sessions>().AddSingleton<Invitations>().AddSingleton<Drafts>()
            .AddSingleton<ShutStore>().AddSingleton<Guessing>().AddSingleton<Unsent>().AddSingleton<SignInSteps>().AddSingleton<LivePapers>().AddSingleton<KnownThen>().AddSingleton(_ => new LiveReference(options.Reference)).AddSingleton<DraftPapers>().AddSingleton<Uploads>().AddSingleton<PersonalMail>().AddSingleton<ReportChecks>().AddSingleton<ApiTokens>().AddSingleton<ApiPace>();
        services.AddSingleton<ReleaseLoop>().AddHostedService(provider => provider.GetRequiredService<ReleaseLoop>());
        if (options.Mail is { } mail)
        {
            services.AddSingleton(mail).AddSingleton<MailSender>().AddHostedService<MailRound>();
        }

        services.AddDataProtection().SetApplicationName("outturn").PersistKeysToFileSystem(Directory.CreateDirectory(options.KeysFolder));
        var schemes = services.AddAuthentication(SessionHandler.Scheme_).AddScheme<AuthenticationSchemeOptions, SessionHandler>(SessionHandler.Scheme_, null);
        if (options.SignOn is { } signOn)
        {
            services.AddSingleton(signOn).AddSingleton<SignOnProvider>().AddSingleton<SignOnTokens>().AddSingleton<SignOnAccess>();
            services.AddOptions<SignOnHandlerOptions>(SignOnOptions.Scheme).Configure<IDataProtectionProvider, TimeProvider>((checks, protection, clock) => checks.Set(signOn, protection, clock));
            schemes.AddRemoteScheme<SignOnHandlerOptions, SignOnHandler>(SignOnOptions.Scheme, null, _ => { });
        }

        services.AddAuthorization(gate => gate.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build());
        services.AddSingleton<IAuthorizationHandler, PageRequirementHandler>().AddSingleton<IAuthorizationMiddlewareResultHandler, GateAnswers>();
        services.AddAntiforgery(forms =>
        {
            forms.Cookie = new HostCookie("__Host-outturn-form", SameSiteMode.Strict);
            forms.SuppressXFrameOptionsHeader = true;
        });
        services.AddRazorPages(pages => pages.Conventions.Add(new PolicyConvention())).AddApplicationPart(typeof(StaffHost).Assembly)
            .AddCookieTempDataProvider(notes => notes.Cookie = new HostCookie("__Host-outturn-note", SameSiteMode.Lax));
        services.Configure<RouteOptions>(routes => routes.LowercaseUrls = true);
        services.Configure<MvcOptions>(mvc => mvc.ModelBindingMessageProvider.SetValueIsInvalidAccessor(value => $"\"{value}\" cannot be read."));
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(forms => forms.MultipartBodyLengthLimit = MostUpload);

        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => isUp = true);
        if (options.BehindProxy)
        {
            var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            app.UseForwardedHeaders(forwarded);
        }

        app.Use(WriteHeaders);
        app.UseExceptionHandler("/fault");
        app.UseStatusCodePagesWithReExecute("/not-found");
        app.Use(app.Services.GetRequiredService<ShutStore>().TellAsync);
        app.Use((http, next) => Visits.NoteAsync(http, next, app.Services.GetRequiredService<LiveCouncil>(), app.Services.GetRequiredService<Sessions>()));
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        Look.Map(app);
        app.MapRazorPages();
        return app;
    }

    /// <summary>Has a server listen where it was told to, with the certificate that it was given.</summary>
    public static void Listen(KestrelServerOptions kestrel, ServeOptions options)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = MostUpload;
        var certificate = options.Certificate is { } file ? ServerCertificate.Load(file, options.CertificatePassword) : null;
        foreach (var address in options.Listen)
        {
            void Endpoint(ListenOptions listen)
            {
                if (address.Scheme == "https")
                {
                    listen.UseHttps(certificate!);
                }
            }

            if (address.Host == "localhost" && address.Port != 0)
            {
                kestrel.ListenLocalhost(address.Port, Endpoint);
            }
            else
            {
                kestrel.Listen(address.Host switch { "localhost" => IPAddress.Loopback, "*" or "0.0.0.0" => IPAddress.Any, _ => IPAddress.Parse(address.Host.Trim('[', ']')) }, address.Port, Endpoint);
            }
        }
    }

    /// <summary>At the last moment, so that a page that says what went wrong has them too.</summary>
    private static Task WriteHeaders(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var http = (HttpContext)state;
            var headers = http.Response.Headers;
            headers.ContentSecurityPolicy = ContentPolicy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (!headers.CacheControl.ToString().StartsWith("public", StringComparison.Ordinal))
            {
                headers.CacheControl = "no-store";
            }

            if (http.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return Task.CompletedTask;
        }, http);
        return next(http);
    }
}
