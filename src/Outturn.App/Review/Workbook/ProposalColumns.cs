using Outturn.App.Registers;

namespace Outturn.App.Review.Workbook;

/// <summary>What a column of the workbook is for.</summary>
internal enum ProposalUse
{
    /// <summary>Locked: what stands beside the decision.</summary>
    Beside,
    Number,
    Words,

    /// <summary>One of a few words.</summary>
    Choice,
}

/// <summary>A column of the workbook.</summary>
/// <param name="Name">As proposals.csv has it; of what stands there alone, its heading.</param>
/// <param name="Width">In characters.</param>
/// <param name="Meaning">What it holds or takes, as the sheet of explanations and the prompt of its cells say.</param>
internal sealed record ProposalColumn(string Name, ProposalUse Use, int Width, string Meaning)
{
    /// <summary>The words of the drop-down list.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public bool IsEntry => Use != ProposalUse.Beside;

    /// <summary>"Benchmark source" for benchmark_source.</summary>
    public string Heading => Use == ProposalUse.Beside ? Name : char.ToUpperInvariant(Name[0]) + Name[1..].Replace('_', ' ');
}

/// <summary>The columns of the workbook: what stands beside each decision, then what is decided, as in proposals.csv.</summary>
internal static class ProposalColumns
{
    public const string Indicator = "Indicator";
    public const string KindNow = "Kind now";
    public const string Result = "Last year's result";
    public const string LastRationale = "Last year's rationale";
    public const string TargetNow = "Target now";
    public const string FloorNow = "Floor standard now";
    public const string LowerNow = "Lower limit now";
    public const string UpperNow = "Upper limit now";
    public const string State = "State";
    public const string Question = "The analyst's question";
    public const string Ref = "ref";
    public const string Year = "year";
    public const string Decision = "decision";
    public const string Answer = "answer";

    /// <summary>Those that count a level are filled in already with what is in force.</summary>
    public static readonly string[] Levels = ["target", "floor", "lower", "upper"];

    private static readonly string[] Numbers = [.. Levels, "tolerance", "benchmark", "decimals", "lag_days"];

    private static readonly string[] Foremost = [Decision, .. Levels, "rationale", "successor", "benchmark", "benchmark_source", "outcome"];

    public static IReadOnlyList<ProposalColumn> Context { get; } =
    [
        new(Indicator, ProposalUse.Beside, 32, "The indicator, as papers print it."),
        new(KindNow, ProposalUse.Beside, 11, "Whether it is rated against a target (kpi) or set beside an expected range (activity)."),
        new(Result, ProposalUse.Beside, 22, "The last result of the year before, with its rating."),
        new(LastRationale, ProposalUse.Beside, 34, "Why its levels are as they are: the rationale that was given a year ago."),
        new(TargetNow, ProposalUse.Beside, 11, "The target in force."),
        new(FloorNow, ProposalUse.Beside, 11, "The floor standard in force: a figure worse than this is Red."),
        new(LowerNow, ProposalUse.Beside, 11, "The lower limit of the expected range in force."),
        new(UpperNow, ProposalUse.Beside, 11, "The upper limit of the expected range in force."),
        new(State, ProposalUse.Beside, 12, "How far the proposal has come. One that is agreed cannot be changed here."),
        new(Question, ProposalUse.Beside, 34, "What the analyst asks of you about the proposal."),
    ];

    /// <summary>The indicator's ref, and what is decided of it.</summary>
    public static IReadOnlyList<ProposalColumn> Entry { get; } =
    [
        .. ProposalsFile.Shape.Columns.Where(column => column.Name != Year).OrderBy(column => Place(column.Name)).Select(Of),
    ];

    /// <summary>In the order in which they are written: ref, what stands beside, decision to outcome, the answer, and the sheet.</summary>
    public static IReadOnlyList<ProposalColumn> All { get; } =
    [
        Entry[0], .. Context, .. Entry.Skip(1).Take(Foremost.Length),
        new ProposalColumn(Answer, ProposalUse.Words, 30, "Your answer to the analyst's question, or what you want to say of the proposal; blank for none."),
        .. Entry.Skip(1 + Foremost.Length),
    ];

    /// <summary>What a file of proposals may hold: the workbook, or proposals.csv.</summary>
    public static TableShape Shape { get; } = new("the file", "what is proposed for an indicator", true,
    [
        .. All.Select(column => new ColumnShape(column.IsEntry ? column.Name : column.Heading, column.Meaning, column.Name is Ref or Decision)),
        new ColumnShape(Year, "The year that it is proposed for."),
    ]);

    private static int Place(string name) => name == Ref ? -1 : Foremost.Contains(name) ? Array.IndexOf(Foremost, name) : Foremost.Length;

    private static ProposalColumn Of(ColumnShape column) => column.Name switch
    {
        Ref => new(Ref, ProposalUse.Words, 10, "The indicator's code. In a blank row, a code that is not there yet, for a new indicator."),
        Decision => new(Decision, ProposalUse.Choice, 12, "keep, amend, remove, replace, or new for an indicator that is not in the register. Blank while nothing is proposed.") { Choices = ["keep", "amend", "remove", "replace", "new"] },
        "kind" => Choice(column, "kpi", "activity"),
        "polarity" => Choice(column, "higher", "lower", "closest"),
        "frequency" => Choice(column, "month", "quarter", "half-year", "year", "academic", "calendar", "12 months"),
        "roll_up" => Choice(column, "ratio", "sum", "mean", "latest", "rolling12"),
        "basis" => Choice(column, "period", "cumulative"),
        "break" => Choice(column, "yes", "no"),
        "floor" => new("floor", ProposalUse.Number, 11, "For a KPI: the floor standard; a figure worse than it is Red. Reaching it exactly is Amber. Blank for none."),
        "service" => new("service", ProposalUse.Words, 20, "Another service, where it moves; for a new indicator blank for the service of this workbook."),
        var name when Numbers.Contains(name) => new(name, ProposalUse.Number, 11, column.Meaning),
        "rationale" or "meaning" => new(column.Name, ProposalUse.Words, 40, column.Meaning),
        _ => new(column.Name, ProposalUse.Words, 20, column.Meaning),
    };

    private static ProposalColumn Choice(ColumnShape column, params string[] words) => new(column.Name, ProposalUse.Choice, 12, column.Meaning) { Choices = words };
}
