namespace Outturn.App.Registers.Checks;

/// <summary>The same thing in many places is one mistake: it is told once, with everyone concerned, and not forty times.</summary>
internal sealed class Alike(Severity severity, TableShape file, string column)
{
    private const int MostOneByOne = 3;
    private const int MostNamed = 25;

    private readonly List<(object Part, string Name)> cases = [];

    public void Add(object part, string name) => cases.Add((part, name));

    /// <param name="one">What is said of one, after its name.</param>
    /// <param name="several">What is said of several, after their number.</param>
    public IEnumerable<Finding> Tell(string one, string several) => cases.Count <= MostOneByOne
        ? cases.Select(found => new Finding(severity, found.Part, column, $"{found.Name} {one}"))
        : [new Finding(severity, file, column, $"{cases.Count} {several} ({Names(cases.Select(found => found.Name))})")];

    /// <summary>"CS01, CS02a and FI06"; of very many the first, and how many more.</summary>
    public static string Names(IEnumerable<string> names)
    {
        string[] all = [.. names.Distinct()];
        return all.Length <= MostNamed
            ? string.Join(", ", all)
            : $"{string.Join(", ", all.Take(MostNamed))} and {all.Length - MostNamed} more";
    }
}
