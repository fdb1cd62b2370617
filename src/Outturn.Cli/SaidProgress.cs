namespace Outturn.Cli;

/// <summary>Says on one line of the screen what is being done, at once and in order.</summary>
internal sealed class SaidProgress(ProgressLine line) : IProgress<string>
{
    public void Report(string value) => line.Say(value);
}
