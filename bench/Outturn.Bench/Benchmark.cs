using System.ComponentModel;

namespace Outturn.Bench;

/// <summary>One question about speed. Add a class, and put it into the list in Program.cs.</summary>
internal abstract class Benchmark
{
    /// <summary>The word by which it is asked for on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Makes what it needs, runs ours and its peers in turn, and says what each took.</summary>
    public abstract IEnumerable<Measurement> Run(BenchFolder folder);

    /// <summary>Another program at the same work, or at a part of it; nothing where this machine does not have it.</summary>
    protected static IEnumerable<Measurement> Peer(int runs, string what, string leavesOut, string program, params string[] arguments)
    {
        try
        {
            return [WholeProcess.Measure(runs, $"peer: {what}", program, arguments) with { Remark = leavesOut }];
        }
        catch (Exception e) when (e is Win32Exception or InvalidOperationException)
        {
            Console.Error.WriteLine($"Left out: {what}. {e.Message}");
            return [];
        }
    }
}
