using System.Diagnostics;
using System.Reflection;
using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Outturn.Tests.Architecture;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;

namespace Outturn.Tests.Releases;

/// <summary>What ./pack would pack of the program as it was built here; tests/try-release makes and tries whole releases.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PackTests
{
    private static readonly string Packaging = Path.Combine(SourceTree.Root, "packaging");
    private static readonly string Program = Path.Combine(SourceTree.Root, "artifacts", "bin", "Outturn.Cli", "release");

    [Fact]
    public void A_Debian_package_holds_all_that_the_program_needs_and_says_one_version_everywhere()
    {
        using var folder = new TemporaryFolder();
        var (code, said) = Run(Path.Combine(SourceTree.Root, "pack"), ["stage", "deb", Program, folder.Path("deb")]);
        Assert.True(code == 0, said);
        string In(string path) => Path.Combine(folder.Path("deb"), path);
        var version = XDocument.Load(Path.Combine(SourceTree.Root, "Directory.Build.props")).Descendants("Version").Single().Value;
        Assert.Equal(version, typeof(Outturn.Cli.ExitCode).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion);
        Assert.Contains($"Version: {version}\n", File.ReadAllText(In("DEBIAN/control")));
        Assert.Equal("../lib/outturn/outturn", new FileInfo(In("usr/bin/outturn")).LinkTarget);
        Assert.All(["data/lof", "data/areas", "data/neighbours", "examples/wealdshire", "examples/hart"], part => Assert.NotEmpty(Directory.EnumerateFiles(In($"usr/lib/outturn/{part}"))));
        Assert.All(["guide.md", "running.md", "rules.md", "copyright", "changelog.gz", "THIRD-PARTY-NOTICES.txt.gz", "examples/nginx.conf"], document => Assert.True(new FileInfo(In($"usr/share/doc/outturn/{document}")).Length > 0, document));
        Assert.Empty(Directory.EnumerateFiles(folder.Path("deb"), "figures.json", SearchOption.AllDirectories));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead, File.GetUnixFileMode(In("etc/outturn/outturn.env")));
        Assert.All(["DEBIAN/postinst", "DEBIAN/prerm", "DEBIAN/postrm", "usr/sbin/outturn-service", "usr/lib/outturn/service/back-up"], script => Assert.True(File.GetUnixFileMode(In(script)).HasFlag(UnixFileMode.OtherExecute), script));
        foreach (var sum in File.ReadLines(In("DEBIAN/md5sums")))
        {
#pragma warning disable CA5351 // dpkg asks for MD5, against damage.
            Assert.Equal(sum[..32], Convert.ToHexStringLower(MD5.HashData(File.ReadAllBytes(In(sum[34..])))));
#pragma warning restore CA5351
        }
    }

    [Fact]
    public void The_same_program_is_laid_out_the_same_and_names_the_licence_of_every_package_in_it()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "one", "two" })
        {
            var (code, said) = Run(Path.Combine(SourceTree.Root, "pack"), ["stage", "linux", Program, folder.Path(name)]);
            Assert.True(code == 0, said);
        }

        Assert.Equal(Tree(folder.Path("one")), Tree(folder.Path("two")));
        var notices = File.ReadAllText(Path.Combine(folder.Path("one"), "THIRD-PARTY-NOTICES.txt"));
        var packages = Regex.Matches(File.ReadAllText(Path.Combine(Program, "outturn.deps.json")), """^    "([^"/]+)/([^"]+)": \{\s+"type": "package""", RegexOptions.Multiline);
        Assert.True(packages.Count > 20);
        Assert.All(packages, package => Assert.Contains($"{package.Groups[1].Value} {package.Groups[2].Value}\n", notices));
        Assert.Contains("GOV.UK Frontend", notices);
    }

    [Theory]
    [InlineData("Outturn.Web.dll", null, null, "Outturn.Web.dll is missing")]
    [InlineData("Outturn.Web.dll", "outturn.css", "outturn.xss", "no style sheet")]
    [InlineData("outturn.deps.json", "\"Markdig/", "\"Unheard.Of/", "Unheard.Of")]
    public void What_a_council_would_miss_is_refused(string file, string? there, string? planted, string refusal)
    {
        using var folder = new TemporaryFolder();
        var program = Directory.CreateDirectory(folder.Path("program")).FullName;
        foreach (var name in new[] { "outturn.dll", "outturn.deps.json", "Outturn.Web.dll", "Outturn.Public.dll" })
        {
            File.Copy(Path.Combine(Program, name), Path.Combine(program, name));
        }

        var path = Path.Combine(program, file);
        if (there is null)
        {
            File.Delete(path);
        }
        else
        {
            var text = File.ReadAllText(path, System.Text.Encoding.Latin1);
            Assert.Contains(there, text);
            File.WriteAllText(path, text.Replace(there, planted, StringComparison.Ordinal), System.Text.Encoding.Latin1);
        }

        var (code, said) = Run(Path.Combine(SourceTree.Root, "pack"), ["stage", "linux", program, folder.Path("stage")]);
        Assert.Equal(1, code);
        Assert.Contains(refusal, said);
    }

    [Fact]
    public async Task Every_way_to_serve_that_the_settings_offer_is_one_that_the_program_takes()
    {
        using var folder = new TemporaryFolder();
        var settings = File.ReadAllLines(Path.Combine(Packaging, "linux", "outturn.env"));
        var ways = settings.Select(line => Regex.Match(line, "^#?OUTTURN_SERVE=\"(.*)\"$")).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        Assert.True(ways.Count >= 3);
        foreach (var way in ways.Append("--no-such-option"))
        {
            var run = await ReportVerb.RunAsync(["serve", "--store", folder.Path("none.db"), .. way.Split(' ')]);
            Assert.Equal(way == "--no-such-option" ? 2 : 1, run.Code);
        }

        var read = string.Concat(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "src"), "*.cs", SearchOption.AllDirectories).Concat(Directory.EnumerateFiles(Path.Combine(Packaging, "linux"))).Where(path => !path.EndsWith(".env", StringComparison.Ordinal)).Select(File.ReadAllText));
        Assert.All(settings.Select(line => Regex.Match(line, "^#?(OUTTURN_[A-Z_]+)=")).Where(match => match.Success), setting => Assert.Contains(setting.Groups[1].Value, read));
    }

    [Theory]
    [InlineData("outturn.service")]
    [InlineData("outturn-backup.service")]
    public void A_service_may_write_its_own_folder_and_has_no_rights_to_gain(string unit)
    {
        var lines = File.ReadAllLines(Path.Combine(Packaging, "linux", unit));
        Assert.All(["User=outturn", "StateDirectory=outturn", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "PrivateDevices=yes", "RestrictNamespaces=yes", "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK", "ExecCondition=/usr/lib/outturn/service/store-is-there"], line => Assert.Contains(line, lines));

        // With it the program would not see who started it, and the start would never end.
        Assert.DoesNotContain(lines, line => unit == "outturn.service" && line.StartsWith("ProtectProc", StringComparison.Ordinal));
    }

    [Fact]
    public void The_public_pages_are_served_by_a_unit_of_their_own_that_gains_nothing()
    {
        var lines = File.ReadAllLines(Path.Combine(Packaging, "linux", "outturn-public.service"));
        Assert.All(["User=outturn", "ExecStart=/usr/bin/outturn serve-public $OUTTURN_SERVE_PUBLIC", "NoNewPrivileges=yes", "ProtectSystem=strict", "ProtectHome=yes", "PrivateTmp=yes", "RestrictNamespaces=yes"], line => Assert.Contains(line, lines));
        Assert.Contains("outturn-public.service", File.ReadAllText(Path.Combine(SourceTree.Root, "pack")));
    }

    [Fact]
    public void A_service_without_a_store_is_passed_over_and_says_how_to_make_one()
    {
        using var folder = new TemporaryFolder();
        var script = Path.Combine(Packaging, "linux", "store-is-there");
        var (code, said) = Run("sh", [script], folder.Path("none.db"));
        Assert.Equal(1, code);
        Assert.Contains("sudo outturn-service init", said);
        Assert.Equal(0, Run("sh", [script], folder.Write("council.db", [0])).Code);
        Assert.Equal(0, Run("sh", [script], "Host=db;Database=outturn").Code);
        Assert.Equal(1, Run("sh", [script], "").Code);
    }

    private static List<string> Tree(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{Path.GetRelativePath(folder, path)} {File.GetUnixFileMode(path)} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))}")];

    private static (int Code, string Said) Run(string program, string[] arguments, string? store = null)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true };
        if (store is not null)
        {
            start.Environment["OUTTURN_STORE"] = store;
        }

        using var run = Process.Start(start)!;
        var said = run.StandardError.ReadToEnd();
        run.WaitForExit();
        return (run.ExitCode, said);
    }
}
