namespace Outturn.App;

/// <summary>Everything wrong with what was sent, in the order of its rows; counted to the end, kept as long as a person could read it.</summary>
public sealed class DefectList
{
    /// <summary>Whoever has more than this has one mistake many times over, and a big file of them must not fill the memory.</summary>
    public const int MostKept = 100_000;

    private readonly List<Defect> kept = [];

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    /// <summary>Found, but beyond <see cref="MostKept"/>.</summary>
    public int NotKept => Errors + Warnings - kept.Count;

    /// <summary>File by file as they were read, and in each by its rows.</summary>
    public IReadOnlyList<Defect> InOrder() =>
        [.. kept.GroupBy(defect => defect.Source).SelectMany(source => source.OrderBy(defect => defect.Row ?? 0))];

    public void Add(Defect defect)
    {
        Errors += defect.Severity == Severity.Error ? 1 : 0;
        Warnings += defect.Severity == Severity.Warning ? 1 : 0;
        if (kept.Count < MostKept)
        {
            kept.Add(defect);
        }
    }

    public void AddRange(IEnumerable<Defect> defects)
    {
        foreach (var defect in defects)
        {
            Add(defect);
        }
    }
}
