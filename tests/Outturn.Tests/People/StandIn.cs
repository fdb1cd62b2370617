using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Outturn.Tests.People;

/// <summary>What a browser is sent to a provider with.</summary>
internal sealed record Question(string State, string Nonce, string Challenge, Uri Callback)
{
    public static Question Of(Uri address)
    {
        var query = QueryHelpers.ParseQuery(address.Query);
        Assert.Equal(("code", "S256"), ($"{query["response_type"]}", $"{query["code_challenge_method"]}"));
        return new Question(query["state"]!, query["nonce"]!, query["code_challenge"]!, new Uri(query["redirect_uri"]!));
    }
}

/// <summary>A provider that may lie: it keeps to the protocol as far as a test lets it, and signs with keys of its own what the test says.</summary>
internal sealed class StandIn : IAsyncDisposable
{
    public const string ClientId = "outturn";
    public const string ClientSecret = "hush, this is the client's secret";
    public const string Kid = "known";
    public const string AccessToken = "an access token";

    public static readonly DateTimeOffset Now = new(2020, 7, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, (Question Question, Func<JsonObject, string?> Token)> codes = new();
    private int people;

    private StandIn()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        app = builder.Build();
        app.Run(AnswerAsync);
    }

    public RSA Key { get; } = RSA.Create(2048);

    public string Issuer { get; private set; } = "";

    /// <summary>What it says of itself; a test may change it before it is read.</summary>
    public JsonObject Description { get; private set; } = [];

    /// <summary>Its description as it is sent, where that is not the description.</summary>
    public Func<HttpContext, Task>? DescriptionAnswer { get; set; }

    public JsonArray Keys { get; private set; } = [];

    /// <summary>How the next code is answered, where that is not with tokens.</summary>
    public Func<HttpContext, string, Task>? CodeAnswer { get; set; }

    /// <summary>Shown what is sent with a code.</summary>
    public Action<IFormCollection>? FormSeen { get; set; }

    /// <summary>Everything that no log may hold.</summary>
    public ConcurrentBag<string> Secrets { get; } = [ClientSecret, AccessToken];

    public static async Task<StandIn> StartAsync()
    {
        var provider = new StandIn();
        await provider.app.StartAsync();
        var issuer = provider.Issuer = provider.app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        provider.Description = new JsonObject
        {
            ["issuer"] = issuer, ["authorization_endpoint"] = $"{issuer}/authorize", ["token_endpoint"] = $"{issuer}/token", ["jwks_uri"] = $"{issuer}/keys",
            ["response_types_supported"] = new JsonArray("code"), ["subject_types_supported"] = new JsonArray("public"), ["authorization_response_iss_parameter_supported"] = true,
            ["id_token_signing_alg_values_supported"] = new JsonArray("RS256", "HS256", "none"), ["code_challenge_methods_supported"] = new JsonArray("S256"),
        };
        provider.Keys = [Jwk(provider.Key, Kid)];
        return provider;
    }

    /// <summary>A new person, and what is right to say of them to whoever asked.</summary>
    public JsonObject Claims(string nonce)
    {
        var name = $"person-{Interlocked.Increment(ref people)}";
        return new JsonObject
        {
            ["iss"] = Issuer, ["sub"] = name, ["aud"] = ClientId, ["exp"] = Now.AddMinutes(5).ToUnixTimeSeconds(), ["iat"] = Now.ToUnixTimeSeconds(), ["nonce"] = nonce,
            ["preferred_username"] = name, ["roles"] = new JsonArray("reader"),
        };
    }

    /// <summary>A code, for which it will give the token that is made of the right claims.</summary>
    public string CodeFor(Question question, Func<JsonObject, string?>? token = null)
    {
        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(12));
        codes[code] = (question, token ?? (claims => Sign(claims)));
        Secrets.Add(code);
        Secrets.Add(question.State);
        Secrets.Add(question.Nonce);
        return code;
    }

    /// <param name="header">Beside or in place of what is right.</param>
    public string Sign(JsonNode claims, JsonObject? header = null, RSA? key = null)
    {
        var head = new JsonObject { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = Kid };
        foreach (var (name, value) in header ?? [])
        {
            head[name] = value?.DeepClone();
            if (value is null)
            {
                head.Remove(name);
            }
        }

        var signed = $"{Encoded(head)}.{Encoded(claims)}";
        var hash = (string?)head["alg"] is "RS512" ? HashAlgorithmName.SHA512 : HashAlgorithmName.SHA256;
        return $"{signed}.{Base64Url.EncodeToString((key ?? Key).SignData(Encoding.ASCII.GetBytes(signed), hash, RSASignaturePadding.Pkcs1))}";
    }

    public static string Encoded(JsonNode json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    public static JsonObject Jwk(RSA key, string kid)
    {
        var open = key.ExportParameters(false);
        return new JsonObject { ["kty"] = "RSA", ["use"] = "sig", ["kid"] = kid, ["n"] = Base64Url.EncodeToString(open.Modulus!), ["e"] = Base64Url.EncodeToString(open.Exponent!) };
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Key.Dispose();
    }

    private Task AnswerAsync(HttpContext http) => http.Request.Path.Value switch
    {
        "/.well-known/openid-configuration" => DescriptionAnswer is { } answer ? answer(http) : http.Response.WriteAsync(Description.ToJsonString()),
        "/keys" => http.Response.WriteAsync(new JsonObject { ["keys"] = Keys.DeepClone() }.ToJsonString()),
        "/token" => GiveTokensAsync(http),
        _ => http.Response.WriteAsync("elsewhere"),
    };

    /// <summary>As a good provider does: the client by its secret, each code once, and only with the verifier of its challenge.</summary>
    private async Task GiveTokensAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        FormSeen?.Invoke(form);
        var isClient = http.Request.Headers.Authorization == "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes($"{ClientId}:{WebUtility.UrlEncode(ClientSecret)}"));
        var isKnown = codes.TryRemove($"{form["code"]}", out var given);
        Secrets.Add($"{form["code_verifier"]}");
        if (!isClient || !isKnown || $"{form["redirect_uri"]}" != given.Question.Callback.ToString() || Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes($"{form["code_verifier"]}"))) != given.Question.Challenge)
        {
            http.Response.StatusCode = 400;
            await http.Response.WriteAsync($$"""{"error":"{{(isClient ? "invalid_grant" : "invalid_client")}}"}""");
            return;
        }

        var token = given.Token(Claims(given.Question.Nonce));
        Secrets.Add(token is { Length: > 0 } ? token : AccessToken);
        if (CodeAnswer is { } answer)
        {
            CodeAnswer = null;
            await answer(http, token ?? "");
            return;
        }

        var tokens = new JsonObject { ["access_token"] = AccessToken, ["token_type"] = "Bearer" };
        if (token is not null)
        {
            tokens["id_token"] = token;
        }

        await http.Response.WriteAsync(tokens.ToJsonString());
    }
}
