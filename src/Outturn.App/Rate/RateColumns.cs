using Outturn.App.Import;

namespace Outturn.App.Rate;

/// <summary>Where the columns of `outturn rate` stand in a file: by name, in any order; -1 for one that is not there.</summary>
internal sealed class RateColumns
{
    /// <summary>What is added to every row, in this order: a promise to scripts.</summary>
    public static readonly IReadOnlyList<string> Results =
        ["shown", "rating", "reason", "ytd", "ytd_rating", "ytd_reason", "previous", "last_year", "trend", "trend_p", "range", "ytd_range"];

    private readonly IReadOnlyList<SourceColumn> header;
    private readonly HashSet<int> read = [];

    public RateColumns(IReadOnlyList<SourceColumn> header)
    {
        this.header = header;
        (Ref, Period, Value, Numerator, Denominator) = (Find("ref"), Find("period"), Find("value"), Find("numerator"), Find("denominator"));
        (Target, Floor, Tolerance, Lower, Upper) = (Find("target"), Find("floor"), Find("tolerance"), Find("lower"), Find("upper"));
        Definition = [.. Enum.GetNames<DefinitionField>().Select(Find)];
        Replaced = [.. header.Where(IsResult)];
        Kept = [.. header.Except(Replaced).Select(column => column.Index)];
        PassedThrough = [.. header.Except(Replaced).Where(column => !read.Contains(column.Index) && !column.IsNamed("indicator"))];
    }

    public int Ref { get; }

    public int Period { get; }

    public int Value { get; }

    public int Numerator { get; }

    public int Denominator { get; }

    public int Target { get; }

    public int Floor { get; }

    public int Tolerance { get; }

    public int Lower { get; }

    public int Upper { get; }

    /// <summary>By <see cref="DefinitionField"/>.</summary>
    public int[] Definition { get; }

    public int Polarity => Definition[(int)DefinitionField.Polarity];

    /// <summary>The columns that go out as they came in.</summary>
    public int[] Kept { get; }

    /// <summary>Columns named like a result: results of an earlier run, which this one's take the place of.</summary>
    public IReadOnlyList<SourceColumn> Replaced { get; }

    /// <summary>Columns that nothing was read from.</summary>
    public IReadOnlyList<SourceColumn> PassedThrough { get; }

    /// <summary>A column's name as its reader sees it: as written in the header, or as it would have to be.</summary>
    public string? Name(int column) => column < 0 ? null : header[column].Name;

    public IEnumerable<Defect> Missing(string source)
    {
        if (Ref < 0)
        {
            yield return Defect.Error(source, "There is no column ref, which says whose figure each row is.");
        }

        if (Definition[(int)DefinitionField.Frequency] < 0)
        {
            yield return Defect.Error(source, "There is no column frequency: month, quarter, half-year, year, academic or calendar.");
        }

        if (Period < 0)
        {
            yield return Defect.Error(source, "There is no column period, such as Apr 2019, Q1 2019/20 or 2019/20.");
        }

        if (Value < 0 && (Numerator < 0 || Denominator < 0))
        {
            yield return Defect.Error(source, "There are no figures: a column value is needed, or numerator and denominator.");
        }
    }

    public IEnumerable<Defect> Remarks(string source)
    {
        if (Replaced.Count > 0)
        {
            yield return Defect.Warning(source, $"{Named(Replaced)} replaced by the results of this run.");
        }

        if (PassedThrough.Count > 0)
        {
            yield return Defect.Warning(source, $"{Named(PassedThrough)} passed through unread.");
        }
    }

    private static string Named(IReadOnlyList<SourceColumn> columns) =>
        (columns.Count == 1 ? "Column " : "Columns ")
        + string.Join(", ", columns.Select(column => column.Name.Length > 0 ? column.Name : $"{column.Letter} (without a name)"))
        + (columns.Count == 1 ? " is" : " are");

    private static bool IsResult(SourceColumn column) => Results.Any(column.IsNamed);

    private int Find(string name)
    {
        var found = header.FirstOrDefault(column => column.IsNamed(name) || column.IsNamed(Spaced(name)))?.Index ?? -1;
        read.Add(found);
        return found;
    }

    /// <summary>roll up, for RollUp.</summary>
    private static string Spaced(string name) =>
        string.Concat(name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $" {letter}" : $"{letter}"));
}
