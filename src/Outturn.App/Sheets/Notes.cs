namespace Outturn.App.Sheets;

/// <summary>What was taken for granted: one sentence each, with the indicators or cells that it concerns.</summary>
internal sealed class Notes
{
    private const int MostNamed = 6;

    private readonly Dictionary<string, (List<string> InOrder, HashSet<string> All)> named = [];

    /// <param name="sentence">Ends with a full stop.</param>
    public void Add(string sentence, string? name = null)
    {
        if (!named.TryGetValue(sentence, out var names))
        {
            named.Add(sentence, names = ([], []));
        }

        if (name is not null && names.All.Add(name))
        {
            names.InOrder.Add(name);
        }
    }

    /// <param name="all">The refs of all indicators: a sentence about every one of several need not name them.</param>
    public IReadOnlyList<string> Sentences(IReadOnlyList<string> all) =>
        [.. named.Select(note => note.Value.All.Count == 0 || (all.Count > 1 && all.All(note.Value.All.Contains)) ? note.Key : $"{note.Key[..^1]}: {List(note.Value.InOrder)}.")];

    /// <summary>"CS01, CS02 and CS03", and after six of them how many others.</summary>
    public static string List(IReadOnlyList<string> names) =>
        names.Count > MostNamed + 1 ? $"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} others"
        : names.Count > 1 ? $"{string.Join(", ", names.SkipLast(1))} and {names[^1]}"
        : names[0];
}
