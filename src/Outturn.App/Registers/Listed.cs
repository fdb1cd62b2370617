namespace Outturn.App.Registers;

/// <summary>What a file of the folder lists by name, for other files to refer to.</summary>
/// <param name="file">The file, as errors name it.</param>
/// <param name="what">One of them, in a sentence: "post".</param>
internal sealed class Listed<T>(string file, string what)
    where T : class
{
    private readonly Dictionary<string, T> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> rows = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> questions = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<T> all = [];

    /// <summary>In the order in which they are listed.</summary>
    public IReadOnlyList<T> All => all;

    /// <summary>The file is there and could not be read: then a name that is not known is not held against anyone.</summary>
    public bool IsUnreadable { get; set; }

    /// <summary>How a name becomes one of them, where the folder has no such file and names are taken as written; null where it has.</summary>
    public Func<string, T>? Unlisted { get; set; }

    /// <summary>Adds what a row lists; an error where the name is there already.</summary>
    public void Add(TableRow row, string column, string name, T item)
    {
        if (rows.TryGetValue(name, out var first))
        {
            row.Error(column, $"{what} \"{name}\" stands in row {first} already: each is listed once.");
            return;
        }

        rows.Add(name, row.Number);
        byName[name] = item;
        all.Add(item);
    }

    /// <summary>Adds what is known without a row.</summary>
    public void Add(string name, T item)
    {
        byName[name] = item;
        all.Add(item);
    }

    /// <summary>Another name by which it may be called, unless that is the name of another.</summary>
    public void AddOtherName(string name, T item) => byName.TryAdd(name, item);

    /// <summary>What a cell refers to; an error in the cell when it is not listed, and null then or when the cell is blank.</summary>
    public T? Find(TableRow row, string column) => row.Text(column) is { Length: > 0 } name ? Find(row, column, name) : null;

    public T? Find(TableRow row, string column, string name)
    {
        if (byName.TryGetValue(name, out var item))
        {
            return item;
        }

        if (Unlisted is { } make)
        {
            item = make(name);
            byName.Add(name, item);
            all.Add(item);
            return item;
        }

        if (!IsUnreadable)
        {
            row.Error(column, Unknown(name));
        }

        return null;
    }

    public bool Contains(string name) => byName.ContainsKey(name);

    /// <summary>A sentence that says that a name is not listed, and which it may have been meant to be.</summary>
    public string Unknown(string name)
    {
        if (!questions.TryGetValue(name, out var question))
        {
            question = $"{file} has no {what} \"{name}\".{Nearest.Ask(name, byName.Keys)}";
            questions.Add(name, question);
        }

        return question;
    }
}
