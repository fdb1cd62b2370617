using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.Configuration;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Outturn.Web.Access;

/// <summary>The provider of single sign-on as it describes itself, and where it gives a token for a code.</summary>
internal sealed class SignOnProvider : IDisposable
{
    private const int MostAnswer = 1024 * 1024;

    /// <summary>Its keys are not asked for more often, however many tokens name a key that it has not.</summary>
    private static readonly TimeSpan LooksAgainEvery = TimeSpan.FromMinutes(1);

    private readonly SignOnOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient http;
    private ConfigurationManager<OpenIdConnectConfiguration> descriptions;
    private DateTimeOffset lookedAgain;

    public SignOnProvider(SignOnOptions options, TimeProvider clock)
    {
        (this.options, this.clock) = (options, clock);
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(10), MaxResponseContentBufferSize = MostAnswer };
        descriptions = Descriptions();
    }

    /// <exception cref="SignOnRefusedException">It cannot be reached, or describes another issuer, or what this program does not sign on by.</exception>
    public Task<OpenIdConnectConfiguration> DescriptionAsync(CancellationToken cancel) => DescriptionAsync(descriptions, cancel);

    /// <summary>The description with the keys of this minute: it may have changed them.</summary>
    public async Task<OpenIdConnectConfiguration> NewestAsync(CancellationToken cancel)
    {
        if (clock.GetUtcNow() - lookedAgain >= LooksAgainEvery)
        {
            lookedAgain = clock.GetUtcNow();
            var newest = Descriptions();
            await DescriptionAsync(newest, cancel);
            descriptions = newest;
        }

        return await DescriptionAsync(cancel);
    }

    /// <summary>The tokens for a code.</summary>
    public async Task<OpenIdConnectMessage> RedeemAsync(OpenIdConnectConfiguration description, string code, string verifier, string callback, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, description.TokenEndpoint);
        var form = new Dictionary<string, string> { ["grant_type"] = "authorization_code", ["code"] = code, ["redirect_uri"] = callback, ["code_verifier"] = verifier };
        Authorise(request, form, description.TokenEndpointAuthMethodsSupported);
        request.Content = new FormUrlEncodedContent(form);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        try
        {
            using var response = await http.SendAsync(request, cancel);
            return Read(response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancel));
        }
        catch (HttpRequestException e) when (e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded)
        {
            throw new SignOnRefusedException(SignOnRefusal.Untrusted, "the provider's answer to the code is far too long", e);
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw new SignOnRefusedException(SignOnRefusal.Unreachable, $"the provider cannot be reached to redeem a code ({e.GetType().Name})", e);
        }
    }

    /// <summary>An error code as standards write one, and nothing else that somebody may have written there.</summary>
    public static string Plain(string? error) => error is { Length: > 0 and <= 40 } && error.All(letter => char.IsAsciiLetterLower(letter) || letter == '_') ? error : "an error";

    public void Dispose() => http.Dispose();

    private ConfigurationManager<OpenIdConnectConfiguration> Descriptions() => new(
        options.Issuer.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(), new HttpDocumentRetriever(http) { RequireHttps = !options.Authority.IsLoopback }, new SignOnDescription(options));

    private static async Task<OpenIdConnectConfiguration> DescriptionAsync(ConfigurationManager<OpenIdConnectConfiguration> descriptions, CancellationToken cancel)
    {
        try
        {
            return await descriptions.GetConfigurationAsync(cancel);
        }
        catch (Exception e) when (e is InvalidOperationException or InvalidConfigurationException)
        {
            for (var cause = e; cause is not null; cause = cause.InnerException)
            {
                if (cause is InvalidConfigurationException)
                {
                    throw new SignOnRefusedException(SignOnRefusal.Untrusted, cause.Message, e);
                }
            }

            throw new SignOnRefusedException(SignOnRefusal.Unreachable, "the provider's description cannot be read", e);
        }
    }

    /// <summary>By the header where the provider takes that, else in the form; without a secret this program is a public client.</summary>
    private void Authorise(HttpRequestMessage request, Dictionary<string, string> form, ICollection<string> methods)
    {
        if (string.IsNullOrEmpty(options.ClientSecret))
        {
            form["client_id"] = options.ClientId;
        }
        else if (methods.Count == 0 || methods.Contains("client_secret_basic"))
        {
            var both = $"{WebUtility.UrlEncode(options.ClientId)}:{WebUtility.UrlEncode(options.ClientSecret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(both)));
        }
        else
        {
            (form["client_id"], form["client_secret"]) = (options.ClientId, options.ClientSecret);
        }
    }

    private static OpenIdConnectMessage Read(HttpStatusCode status, byte[] content)
    {
        if ((int)status >= 500)
        {
            throw new SignOnRefusedException(SignOnRefusal.Unreachable, $"the provider answered a code with status {(int)status}");
        }

        try
        {
            using var json = JsonDocument.Parse(content, new JsonDocumentOptions { AllowDuplicateProperties = false });
            string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
            return status != HttpStatusCode.OK ? throw new SignOnRefusedException(SignOnRefusal.Untrusted, $"the provider does not take the code: {Plain(Text("error"))}")
                : new OpenIdConnectMessage { IdToken = Text("id_token"), AccessToken = Text("access_token") };
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new SignOnRefusedException(SignOnRefusal.Untrusted, $"the provider answered a code with status {(int)status} and what is no JSON object", e);
        }
    }
}
