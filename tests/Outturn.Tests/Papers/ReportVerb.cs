using System.CommandLine;
using Outturn.Cli;
using Outturn.Tests.Import;
using Outturn.Tests.Registers;

namespace Outturn.Tests.Papers;

/// <summary>What one run of the program came to.</summary>
internal sealed record ProgramRun(int Code, string Output, string Error);

/// <summary>Runs `outturn report` as the program does from its first line, on a copy of an example that a test may change.</summary>
internal sealed class ReportVerb : IDisposable
{
    public const string Committee = "Policy and Resources Cabinet Committee";

    private readonly TemporaryFolder folder = new();

    public string Out => folder.Path("out");

    public string Council => folder.Path("council");

    public void Dispose() => folder.Dispose();

    public string Path(string name) => folder.Path(name);

    /// <summary>The files that were written, by name.</summary>
    public IReadOnlyList<string> Written =>
        Directory.Exists(Out) ? [.. Directory.EnumerateFiles(Out).Select(path => System.IO.Path.GetFileName(path)!).Order(StringComparer.Ordinal)] : [];

    public byte[] Bytes(string name) => File.ReadAllBytes(System.IO.Path.Combine(Out, name));

    public ReportVerb Copy(string example) => CopyOf(Examples.Folder(example));

    public ReportVerb CopyOf(string from)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(Council, System.IO.Path.GetRelativePath(from, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return this;
    }

    /// <summary>Changes one of the council's files: the text must be there.</summary>
    public void Edit(string file, string text, string by)
    {
        var path = System.IO.Path.Combine(Council, file);
        var before = File.ReadAllText(path);
        Assert.Contains(text, before);
        File.WriteAllText(path, before.Replace(text, by, StringComparison.Ordinal));
    }

    public static async Task<ProgramRun> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await Program.RunAsync(arguments, new InvocationConfiguration { Output = output, Error = error });
        return new ProgramRun(code, output.ToString(), error.ToString());
    }

    /// <summary>The year-end paper of the copy.</summary>
    public Task<ProgramRun> YearEndAsync(params string[] more) =>
        RunAsync(["report", Council, "--committee", Committee, "--period", "2019/20", "--out", Out, .. more]);
}
