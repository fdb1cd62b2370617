namespace Outturn.Web.Parts;

/// <summary>What is wrong with a form, each beside its field and in the list at the top of the page.</summary>
public sealed class FormErrors
{
    private readonly List<(string? Field, string Text)> all = [];

    public bool Any => all.Count > 0;

    public IReadOnlyList<(string? Field, string Text)> All => all;

    /// <summary>What is said beside a field.</summary>
    public string? this[string field] => all.FirstOrDefault(error => error.Field == field).Text;

    /// <param name="field">Null where it is about none of them.</param>
    public void Add(string? field, string text) => all.Add((field, text));

    /// <summary>Several things that are wrong with one field, or with none of them.</summary>
    public void AddAll(string? field, IEnumerable<string> texts) => all.AddRange(texts.Select(text => (field, text)));

    /// <summary>The id that a field's box has.</summary>
    public static string Id(string field) => string.Concat(field.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
