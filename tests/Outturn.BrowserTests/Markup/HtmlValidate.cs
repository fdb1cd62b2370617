using System.Diagnostics;
using System.Text.Json;

namespace Outturn.BrowserTests.Markup;

/// <summary>Whether pages are valid HTML: html-validate's recommended rules, without those of style alone.</summary>
internal static class HtmlValidate
{
    private const string Program = "node_modules/html-validate/bin/html-validate.mjs";

    /// <summary>Into a file: what it writes to a pipe is cut off when it ends.</summary>
    private const string Findings = "findings.json";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>All pages in one run.</summary>
    /// <param name="pages">What each is called, and its HTML as the server sent it.</param>
    /// <returns>A sentence for each thing that is wrong.</returns>
    public static async Task<IReadOnlyList<string>> RunAsync(IReadOnlyList<(string Name, string Html)> pages)
    {
        var tools = Repository.Path("artifacts", "markup");
        Assert.True(File.Exists(Path.Combine(tools, Program)), $"html-validate is not in {tools}: the build restores it by npm, which was missing or had no network.");
        var folder = Directory.CreateTempSubdirectory("outturn-markup-");
        try
        {
            File.Copy(Repository.Path("tests", "Outturn.BrowserTests", "Markup", ".htmlvalidate.json"), Path.Combine(folder.FullName, ".htmlvalidate.json"));
            for (var i = 0; i < pages.Count; i++)
            {
                await File.WriteAllTextAsync(Path.Combine(folder.FullName, $"{i:d4}.html"), pages[i].Html);
            }

            return
            [
                .. from file in Read(await NodeAsync(tools, folder.FullName))
                   from message in file.Messages
                   select $"{pages[int.Parse(Path.GetFileNameWithoutExtension(file.FilePath))].Name}, line {message.Line}: {message.RuleId}: {message.Message}",
            ];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> NodeAsync(string tools, string folder)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])[Path.Combine(tools, Program), "--formatter", $"json={Findings}", "*.html"])
        {
            start.ArgumentList.Add(argument);
        }

        using var node = Process.Start(start)!;
        using var limit = new CancellationTokenSource(Longest);
        var (output, error) = (node.StandardOutput.ReadToEndAsync(limit.Token), node.StandardError.ReadToEndAsync(limit.Token));
        try
        {
            await node.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            throw;
        }

        // 0: nothing is wrong; 1: something is, or the run itself failed and gave no list.
        var findings = Path.Combine(folder, Findings);
        return node.ExitCode is 0 or 1 && File.Exists(findings) ? await File.ReadAllTextAsync(findings) : throw new InvalidOperationException($"html-validate ended with {node.ExitCode}: {await error}{await output}");
    }

    private static List<CheckedFile> Read(string json) => JsonSerializer.Deserialize<List<CheckedFile>>(json, JsonSerializerOptions.Web)!;

    private sealed record CheckedFile(string FilePath, IReadOnlyList<Finding> Messages);

    private sealed record Finding(string RuleId, string Message, int Line);
}
