namespace Outturn.Bench;

/// <summary>One question about speed. Add a class, and put it into the list in Program.cs.</summary>
internal abstract class Benchmark
{
    /// <summary>The word by which it is asked for on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Makes what it needs, runs ours and its peers in turn, and says what each took.</summary>
    public abstract IEnumerable<Measurement> Run(BenchFolder folder);
}
