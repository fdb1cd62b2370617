using System.CommandLine;
using System.Text;
using Microsoft.VisualBasic.FileIO;
using Outturn.Cli;
using Outturn.Tests.Import;

namespace Outturn.Tests.Rate;

/// <summary>What one run of `outturn rate` came to.</summary>
/// <param name="Reasons">The lines on standard error.</param>
/// <param name="Output">The file that was written, or null when none was.</param>
internal sealed record RateRun(int Code, IReadOnlyList<string> Reasons, string? Output)
{
    public IReadOnlyList<string[]> Rows => Table.Read(Output ?? throw new InvalidOperationException(string.Join('\n', Reasons)));

    /// <summary>A column of the output without its header.</summary>
    public IReadOnlyList<string> this[string column] => Table.Column(Rows, column);
}

/// <summary>Runs the real verb on a file of its own, as the program does from its first line.</summary>
internal sealed class RateVerb : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    public string Path(string name) => folder.Path(name);

    public RateRun Run(string csv, params string[] options) => Run(new UTF8Encoding(false).GetBytes(csv), options);

    public RateRun Run(byte[] csv, params string[] options) =>
        RunArguments(default, ["rate", folder.Write("figures.csv", csv), "--out", Path("rated.csv"), .. options]);

    public RateRun RunArguments(CancellationToken cancel, params string[] arguments)
    {
        File.Delete(Path("rated.csv"));
        using var error = new StringWriter();
        using var output = new StringWriter();
        var code = Program.RunAsync(arguments, new InvocationConfiguration { Error = error, Output = output }, cancel).GetAwaiter().GetResult();
        var written = File.Exists(Path("rated.csv")) ? File.ReadAllText(Path("rated.csv"), new UTF8Encoding(false, true)) : null;
        return new RateRun(code, error.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries), written);
    }

    /// <summary>Names of the files beside the one that was read.</summary>
    public IEnumerable<string> Left() =>
        Directory.EnumerateFiles(Path("")).Select(path => System.IO.Path.GetFileName(path)!).Where(name => name != "figures.csv");
}

/// <summary>CSV by a reader that is not ours.</summary>
internal static class Table
{
    public static IReadOnlyList<string[]> Read(string csv)
    {
        using var parser = new TextFieldParser(new StringReader(csv)) { Delimiters = [","], TrimWhiteSpace = false };
        var rows = new List<string[]>();
        while (parser.ReadFields() is { } fields)
        {
            rows.Add(fields);
        }

        return rows;
    }

    public static string Write(IEnumerable<string[]> rows) =>
        string.Concat(rows.Select(row => string.Join(',', row.Select(Quoted)) + "\n"));

    public static IReadOnlyList<string> Column(IReadOnlyList<string[]> rows, string name) =>
        [.. rows.Skip(1).Select(row => row[Array.IndexOf(rows[0], name)])];

    private static string Quoted(string cell) => cell.Any("\",\r\n".Contains) ? $"\"{cell.Replace("\"", "\"\"")}\"" : cell;
}
