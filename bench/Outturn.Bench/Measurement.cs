namespace Outturn.Bench;

/// <summary>What several runs of one thing took.</summary>
/// <param name="What">What was run, and on what.</param>
/// <param name="Goal">What it is to stay under, or above; empty where there is no goal.</param>
/// <param name="Remark">A rate, or what a peer leaves out.</param>
internal sealed record Measurement(string What, IReadOnlyList<Run> Runs, string Goal = "", string Remark = "")
{
    public TimeSpan Fastest => Runs.Min(run => run.Time);

    public TimeSpan MedianTime => Median(run => run.Time);

    public TimeSpan MedianCpu => Median(run => run.Cpu);

    /// <summary>The highest of all runs, in MB; null where the runs share this process.</summary>
    public double? Peak => Runs.Max(run => run.PeakMegabytes);

    private TimeSpan Median(Func<Run, TimeSpan> of) => Runs.Select(of).Order().ElementAt(Runs.Count / 2);
}

/// <param name="Cpu">Of the program and of all that it started.</param>
/// <param name="PeakMegabytes">Highest resident memory of its largest process.</param>
internal sealed record Run(TimeSpan Time, TimeSpan Cpu, double? PeakMegabytes = null);
