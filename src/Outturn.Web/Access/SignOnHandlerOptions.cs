using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Outturn.Web.Access;

/// <summary>What a single sign-on is checked by.</summary>
internal sealed class SignOnHandlerOptions : RemoteAuthenticationOptions
{
    public static readonly TimeSpan Skew = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new(StringComparer.Ordinal);

    public SignOnHandlerOptions()
    {
        CallbackPath = "/account/signed-on";
        RemoteAuthenticationTimeout = TimeSpan.FromMinutes(15);
        CorrelationCookie = new HostCookie("__Host-outturn-sign-on.", SameSiteMode.Lax) { MaxAge = RemoteAuthenticationTimeout };
        Events = new RemoteAuthenticationEvents { OnRemoteFailure = SignOnHandler.SayAsync };
    }

    /// <summary>The signed token by itself; whose keys and by which algorithms is added from the provider's description.</summary>
    public TokenValidationParameters Token { get; private set; } = new();

    /// <summary>The token as the answer to what was asked: the nonce, and the hash of what came with it.</summary>
    /// <remarks>How long a nonce is good for is how long the state is that carries it.</remarks>
    public OpenIdConnectProtocolValidator Protocol { get; set; } = new() { RequireTimeStampInNonce = false, RequireStateValidation = false };

    /// <summary>Seals what is to be known when the browser comes back.</summary>
    public PropertiesDataFormat States { get; private set; } = null!;

    internal void Set(SignOnOptions provider, IDataProtectionProvider protection, TimeProvider clock)
    {
        States = new PropertiesDataFormat(protection.CreateProtector("sign-on"));
        Token = new TokenValidationParameters
        {
            ValidIssuer = provider.Issuer,
            ValidAudience = provider.ClientId,
            ValidateIssuerSigningKey = true,
            TryAllIssuerSigningKeys = false,
            LifetimeValidator = (from, until, _, _) => until is { } end && end + Skew > clock.GetUtcNow().UtcDateTime && (from ?? default) <= clock.GetUtcNow().UtcDateTime + Skew,
        };
    }

    /// <summary>Whether an attempt has not come back yet: each comes back once, though a browser should keep its cookie.</summary>
    /// <param name="until">Nobody can come back with it later.</param>
    internal bool TryUse(string attempt, DateTimeOffset until, DateTimeOffset now)
    {
        foreach (var old in used.Where(known => known.Value < now))
        {
            used.TryRemove(old);
        }

        return used.TryAdd(attempt, until);
    }
}
