using System.Diagnostics;
using Outturn.Cli;

namespace Outturn.Tests.Rate;

/// <summary>The program around the verb: where it writes, how it stops, what it tells a script.</summary>
public sealed class ProgramTests : IDisposable
{
    private const string Figures = "ref,frequency,period,value\nA,month,Apr 2019,1\n";

    private readonly RateVerb rate = new();

    public void Dispose() => rate.Dispose();

    [Fact]
    public void Rate_FromStandardInput_GoesToStandardOutput()
    {
        using var process = FromStandardInput();
        process.StandardInput.Write(Figures);
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
        process.WaitForExit();

        Assert.Equal((0, ""), (process.ExitCode, error));
        Assert.EndsWith("A,month,Apr 2019,1,1,Not rated,No target,1,Not rated,No target,No comparison,No comparison,,,,\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_InterruptedFromTheKeyboard_TidiesUpAndSaysSo()
    {
        var temporary = Directory.CreateDirectory(rate.Path("temporary"));
        using var process = FromStandardInput(temporary.FullName);
        while (!process.HasExited && !temporary.EnumerateFiles("standard input", SearchOption.AllDirectories).Any())
        {
            await Task.Yield();
        }

        CtrlC.Press(process);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal((130, "outturn: stopped; no file was left half-written.\n"), (process.ExitCode, error));
        Assert.Empty(temporary.EnumerateDirectories());
    }

    [Theory]
    [InlineData("rate")]
    [InlineData("rate", "figures.csv", "--tolerance", "lots")]
    [InlineData("rate", "figures.csv", "--output", "x.csv")]
    [InlineData("grade", "figures.csv")]
    [InlineData]
    public void Program_WrongUse_Is2(params string[] arguments)
    {
        var run = rate.RunArguments(default, arguments);

        Assert.Equal(2, run.Code);
        Assert.NotEmpty(run.Reasons);
    }

    [Fact]
    public void Rate_AFileThatIsNotThere_Is1AndSaysSo()
    {
        var run = rate.RunArguments(default, "rate", rate.Path("none.csv"));

        Assert.Equal((1, $"error: none.csv: There is no file {rate.Path("none.csv")}."), (run.Code, run.Reasons[0]));
    }

    [Fact]
    public void Rate_ToAPlaceThatCannotBeWritten_Is2AndNamesIt()
    {
        rate.Run(Figures);

        var run = rate.RunArguments(default, "rate", rate.Path("figures.csv"), "--out", rate.Path("none/rated.csv"));

        Assert.Equal(2, run.Code);
        Assert.Contains("none/rated.csv", Assert.Single(run.Reasons), StringComparison.Ordinal);
    }

    [Fact]
    public void Rate_ToADevice_WritesToItAndLeavesItInItsPlace()
    {
        if (!File.Exists("/dev/full"))
        {
            return;
        }

        rate.Run(Figures);

        Assert.Equal(2, rate.RunArguments(default, "rate", rate.Path("figures.csv"), "--out", "/dev/full").Code);
        Assert.Throws<IOException>(() => File.AppendAllText("/dev/full", "still full"));
    }

    [Fact]
    public void Rate_OverTheFileItReads_IsRefused()
    {
        rate.Run(Figures);

        var run = rate.RunArguments(default, "rate", rate.Path("figures.csv"), "--out", rate.Path("./figures.csv"));

        Assert.Equal(2, run.Code);
        Assert.Equal(Figures, File.ReadAllText(rate.Path("figures.csv")));
    }

    [Fact]
    public void Rate_Stopped_LeavesNothingBehind()
    {
        rate.Run(Figures);
        using var stop = new CancellationTokenSource();
        stop.Cancel();

        var run = rate.RunArguments(stop.Token, "rate", rate.Path("figures.csv"), "--out", rate.Path("rated.csv"));

        Assert.Equal(130, run.Code);
        Assert.Empty(rate.Left());
    }

    [Fact]
    public async Task Rate_Help_NamesEveryColumnItReadsAndWrites()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Program.RunAsync(["rate", "--help"], new() { Output = output, Error = error });

        Assert.Equal(0, code);
        string[] columns = ["ref", "kind", "unit", "decimals", "polarity", "tolerance", "frequency", "roll_up", "basis", "period", "value", "numerator",
            "denominator", "target", "floor", "lower", "upper", "shown", "ytd_reason", "trend_p", "ytd_range"];
        Assert.All(columns, column => Assert.Contains(column, output.ToString(), StringComparison.Ordinal));
    }

    private static Process FromStandardInput(string? temporary = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "rate", "-"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (temporary is not null)
        {
            start.Environment["TMPDIR"] = temporary;
        }

        return Process.Start(start)!;
    }
}
