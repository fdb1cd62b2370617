using System.Diagnostics;
using System.Globalization;
using Outturn.Cli;
using Outturn.Tests.Collection;
using Outturn.Tests.Import;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Registers;

/// <summary>outturn import of files that would do harm: refused with a reason, in little memory, and the store stands as it was.</summary>
public sealed class HostileImportTests : IDisposable
{
    private const double MostMegabytes = 300;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_hostile_file_is_refused_with_its_reason_in_little_memory_and_the_store_goes_on()
    {
        using var test = await Collected.WealdshireAsync(TestStore.Sqlite);
        var before = await test.ReadAsync("SELECT count(*) FROM audit_entry");
        foreach (var file in HostileFiles.All)
        {
            var run = await ImportAsync(test, folder.Write(file.Name, file.Make()));
            File.Delete(folder.Path(file.Name));
            Assert.True(run.Code == ExitCode.Refused, $"{file.Name}: {run.Code}, {run.Error}");
            Assert.True(run.Megabytes < MostMegabytes, $"{file.Name} took {run.Megabytes:0} MB.");
            Assert.StartsWith($"error: {file.Name}", run.Error, StringComparison.Ordinal);
            Assert.Matches(file.Reason, run.Error);
            Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        }

        Assert.Equal(before, await test.ReadAsync("SELECT count(*) FROM audit_entry"));
        var fine = await ImportAsync(test, folder.Write("fine.csv", "ref,period,value\nCS12,Jun 2020,5000\n"u8.ToArray()), "--override", "all=A test.");
        Assert.Equal((ExitCode.Done, ""), (fine.Code, fine.Error));
    }

    private static async Task<(int Code, string Error, double Megabytes)> ImportAsync(TestStore test, string path, params string[] more)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "import", path, "--store", test.Text, "--as", "analyst", .. more]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error, peak) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync(), 0L);
        while (!process.WaitForExit(2))
        {
            peak = Math.Max(peak, PeakKilobytes(process.Id));
        }

        await output;
        return (process.ExitCode, await error, peak / 1024.0);
    }

    /// <summary>The most it ever held; 0 where it has just ended.</summary>
    private static long PeakKilobytes(int process)
    {
        try
        {
            return File.ReadLines($"/proc/{process}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) is { } line
                ? long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture)
                : 0;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
