using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;
using Outturn.Web;

namespace Outturn.Tests.StaffPages;

/// <summary>The pages by https with a certificate of one's own.</summary>
public sealed class HttpsTests : IDisposable
{
    private const string Password = "of the file";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_certificate_serves_https_alone_and_browsers_keep_to_it()
    {
        using var council = await TestStore.CreateAsync(TestStore.Sqlite);
        await using var app = StaffHost.Build(council.Store, Options(Made()));
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var handler = new SocketsHttpHandler { UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate!.Subject == "CN=council.example";
        using var http = new HttpClient(handler) { BaseAddress = address };
        using var answer = await http.GetAsync("/account/sign-in");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("max-age=31536000", answer.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.All(answer.Headers.GetValues("Set-Cookie"), cookie =>
        {
            Assert.StartsWith("__Host-", cookie, StringComparison.Ordinal);
            Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("path=/", cookie, StringComparison.OrdinalIgnoreCase);
        });
        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new UriBuilder(address) { Scheme = "http" }.Uri));
    }

    [Fact]
    public void A_file_that_cannot_serve_is_refused_with_the_reason_before_anything_listens()
    {
        var (good, keyless, text) = (Made(), Made(withKey: false), folder.Path("c.pem"));
        File.WriteAllText(text, "-----BEGIN CERTIFICATE-----");
        Assert.Null(Options(good).Refusal());
        Assert.Contains("There is no certificate at", Options(folder.Path("missing.pfx")).Refusal());
        Assert.Contains("is not its password", (Options(good) with { CertificatePassword = "another" }).Refusal());
        Assert.Contains("is not its password", Options(text).Refusal());
        Assert.Contains("without its key", Options(keyless).Refusal());
        Assert.Contains("https://0.0.0.0:8443", (Options(good) with { Listen = [new Uri("https://council.example:8443")] }).Refusal());
    }

    [Theory]
    [InlineData("https://0.0.0.0:8443", "https://council.example:8443/")]
    [InlineData("https://[::]:8443", "https://council.example:8443/")]
    [InlineData("https://192.0.2.7:8443", "https://192.0.2.7:8443/")]
    [InlineData("http://localhost:5080", "http://localhost:5080/")]
    public void The_first_link_leads_where_people_can_go(string listened, string reached) =>
        Assert.Equal(reached, Options(Made()).Reached(new Uri(listened)).ToString());

    private ServeOptions Options(string certificate) => new([new Uri("https://127.0.0.1:0")], folder.Path("keys"), Certificate: certificate, CertificatePassword: Password);

    private string Made(bool withKey = true)
    {
        using var key = RSA.Create(2048);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("council.example");
        var request = new CertificateRequest("CN=council.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        using var shown = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var file = folder.Path(withKey ? "council.pfx" : "keyless.pfx");
        File.WriteAllBytes(file, (withKey ? certificate : shown).Export(X509ContentType.Pkcs12, Password));
        return file;
    }
}
