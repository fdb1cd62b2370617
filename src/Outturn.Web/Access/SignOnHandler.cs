using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Outturn.Web.Pages;

namespace Outturn.Web.Access;

/// <summary>Single sign-on by OpenID Connect: the authorization code flow with PKCE, state and nonce (RFC 6749, 7636, 9207; OpenID Connect Core 1.0).</summary>
internal sealed partial class SignOnHandler(
    IOptionsMonitor<SignOnHandlerOptions> options, ILoggerFactory log, UrlEncoder encoder, SignOnOptions client, SignOnProvider provider, SignOnTokens tokens, SignOnAccess access)
    : RemoteAuthenticationHandler<SignOnHandlerOptions>(options, log, encoder)
{
    /// <summary>Whose account is to be linked, where nobody is to be signed in.</summary>
    public const string Linking = "link";

    private const string AccountPath = "/account";
    private const string Nonce = "nonce";
    private const string Verifier = "verifier";
    private const string Callback = "callback";

    /// <summary>Says on the page that signs in why nobody was; a fault of our own is left to the page that says so.</summary>
    public static Task SayAsync(RemoteFailureContext failure)
    {
        if (failure.Failure is SignOnRefusedException refused)
        {
            Say(failure.HttpContext, refused);
            failure.HandleResponse();
        }

        return Task.CompletedTask;
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var (to, linking) = (Return.To(properties.RedirectUri), properties.GetString(Linking));
        try
        {
            var description = await provider.DescriptionAsync(Context.RequestAborted);
            Response.Redirect(QueryHelpers.AddQueryString(description.AuthorizationEndpoint, Question(Begin(to, linking))));
        }
        catch (SignOnRefusedException refused)
        {
            LetNobodyIn(Logger, refused.Message);
            Say(Context, new SignOnRefusedException(refused.Refusal, refused.Message) { To = to, Links = linking is not null });
        }
    }

    protected override async Task<HandleRequestResult> HandleRemoteAuthenticateAsync()
    {
        (string? to, string? linking) = (null, null);
        try
        {
            var attempt = Attempt();
            (to, linking) = (Return.To(attempt.RedirectUri), attempt.GetString(Linking));
            var description = await provider.DescriptionAsync(Context.RequestAborted);
            var code = Code(description);
            var answer = await provider.RedeemAsync(description, code, attempt.Items[Verifier]!, attempt.Items[Callback]!, Context.RequestAborted);
            var token = await tokens.ReadAsync(answer, attempt.Items[Nonce]!, Options, Context.RequestAborted);
            var claims = SignOnClaims.Of(token, client, Context.Visit().Now.Register);
            if (linking is not null)
            {
                await LinkAsync(linking, claims);
                return HandleRequestResult.Handle();
            }

            var account = await access.AccountOfAsync(claims, Context.RequestAborted);
            var person = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, account)], Scheme.Name));
            return HandleRequestResult.Success(new AuthenticationTicket(person, new AuthenticationProperties { RedirectUri = to }, Scheme.Name));
        }
        catch (SignOnRefusedException refused)
        {
            LetNobodyIn(Logger, refused.Message);
            return HandleRequestResult.Fail(new SignOnRefusedException(refused.Refusal, refused.Message, refused) { To = to, Links = linking is not null });
        }
    }

    private async Task LinkAsync(string account, SignOnClaims claims)
    {
        if (Context.Visit().Person?.Account != account)
        {
            throw new SignOnRefusedException(SignOnRefusal.NotTheirs, "an account was to be linked by whom it does not belong to");
        }

        await access.LinkAsync(account, claims, Context.RequestAborted);
        Response.Redirect(AccountPath);
    }

    private AuthenticationProperties Begin(string to, string? linking)
    {
        var attempt = new AuthenticationProperties { RedirectUri = to, ExpiresUtc = TimeProvider.GetUtcNow() + Options.RemoteAuthenticationTimeout };
        attempt.Items[Nonce] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        attempt.Items[Verifier] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        attempt.Items[Callback] = BuildRedirectUri(Options.CallbackPath);
        if (linking is not null)
        {
            attempt.SetString(Linking, linking);
        }

        GenerateCorrelationId(attempt);
        return attempt;
    }

    private Dictionary<string, string?> Question(AuthenticationProperties attempt) => new()
    {
        [OpenIdConnectParameterNames.ClientId] = client.ClientId,
        [OpenIdConnectParameterNames.ResponseType] = OpenIdConnectResponseType.Code,
        [OpenIdConnectParameterNames.Scope] = "openid profile email",
        [OpenIdConnectParameterNames.RedirectUri] = attempt.Items[Callback],
        [OpenIdConnectParameterNames.State] = Options.States.Protect(attempt),
        [OpenIdConnectParameterNames.Nonce] = attempt.Items[Nonce],
        ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(attempt.Items[Verifier]!))),
        ["code_challenge_method"] = "S256",
    };

    /// <summary>The attempt that the browser comes back from: begun in it, by us, not long ago, and for the first time.</summary>
    private AuthenticationProperties Attempt()
    {
        var now = TimeProvider.GetUtcNow();
        return !HttpMethods.IsGet(Request.Method) ? throw NotBegun("the response came by another method than GET")
            : One(OpenIdConnectParameterNames.State) is not { } state ? throw NotBegun("the response has no state")
            : Options.States.Unprotect(state) is not { } attempt ? throw NotBegun("the state is not ours")
            : !ValidateCorrelationId(attempt) ? throw NotBegun("the state is another browser's, or has come back before")
            : attempt.ExpiresUtc is not { } ends || ends < now ? throw NotBegun("the state has ended")
            : !Options.TryUse(attempt.Items[Nonce]!, ends, now) ? throw NotBegun("the state has come back before")
            : attempt;
    }

    private string Code(OpenIdConnectConfiguration description)
    {
        var issuer = One(OpenIdConnectParameterNames.Iss);
        return issuer is null && description.AuthorizationResponseIssParameterSupported ? throw Untrusted("the response does not say whose it is (iss)")
            : issuer is not null && issuer != client.Issuer ? throw Untrusted("the response is another issuer's (iss)")
            : One(OpenIdConnectParameterNames.Error) is { } error ? throw new SignOnRefusedException(error == "access_denied" ? SignOnRefusal.Denied : SignOnRefusal.Untrusted, $"the provider answered {SignOnProvider.Plain(error)}")
            : One(OpenIdConnectParameterNames.Code) ?? throw Untrusted("the response has no code");
    }

    /// <summary>A parameter of the response; null where it is missing or blank.</summary>
    private string? One(string name) => Request.Query[name] switch
    {
        { Count: > 1 } => throw Untrusted($"the response has more than one {name}"),
        [{ Length: > 0 } value] => value,
        _ => null,
    };

    private static void Say(HttpContext http, SignOnRefusedException refused)
    {
        var page = QueryHelpers.AddQueryString(refused.Links ? AccountPath : SessionHandler.SignInPath, "refused", refused.Refusal.Word());
        http.Response.Redirect(refused.Links || refused.To is null or "/" ? page : QueryHelpers.AddQueryString(page, "to", refused.To));
    }

    private static SignOnRefusedException NotBegun(string reason) => new(SignOnRefusal.NotBegun, reason);

    private static SignOnRefusedException Untrusted(string reason) => new(SignOnRefusal.Untrusted, reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Single sign-on let nobody in: {Reason}.")]
    private static partial void LetNobodyIn(ILogger logger, string reason);
}
