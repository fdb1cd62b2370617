using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Outturn.Web;

/// <summary>The certificate with which https is spoken, out of a PKCS#12 file.</summary>
internal static class ServerCertificate
{
    public static X509Certificate2 Load(string file, string? password) => X509CertificateLoader.LoadPkcs12FromFile(file, password);

    /// <summary>Why nothing can be served with a file, or null.</summary>
    public static string? Refusal(string file, string? password)
    {
        if (!File.Exists(file))
        {
            return $"There is no certificate at {file}.";
        }

        try
        {
            using var certificate = Load(file, password);
            return certificate.HasPrivateKey ? null : $"{file} holds a certificate without its key: export both together, as .pfx or .p12.";
        }
        catch (CryptographicException)
        {
            return $"{file} cannot be opened: it is no certificate with its key (.pfx or .p12), or OUTTURN_CERTIFICATE_PASSWORD is not its password.";
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"{file} cannot be read: {e.Message}";
        }
    }

    /// <summary>The address by which people reach what listens at one: where that is every address of this machine, under the certificate's name, else the machine's own.</summary>
    public static Uri Reached(ServeOptions options, Uri listened)
    {
        if (!IPAddress.TryParse(listened.Host.Trim('[', ']'), out var at) || !(at.Equals(IPAddress.Any) || at.Equals(IPAddress.IPv6Any)))
        {
            return listened;
        }

        using var certificate = options.Certificate is { } file && listened.Scheme == Uri.UriSchemeHttps ? Load(file, options.CertificatePassword) : null;
        var name = certificate?.GetNameInfo(X509NameType.DnsName, forIssuer: false);
        return new UriBuilder(listened) { Host = string.IsNullOrEmpty(name) || name.Contains('*') ? Environment.MachineName.ToLowerInvariant() : name }.Uri;
    }
}
