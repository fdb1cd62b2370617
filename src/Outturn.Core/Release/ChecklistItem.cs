using Outturn.Core.Collection;
using Outturn.Core.Periods;

namespace Outturn.Core.Release;

/// <summary>One thing to put right, or to know of, before a report is signed off.</summary>
/// <param name="Subject">A ref, a service, a place of text, a period or the paper.</param>
/// <param name="Said">What is wrong and what to do.</param>
public sealed record ChecklistItem(Check Check, string Subject, string Said, Cure Cure)
{
    public const string Paper = "paper";

    public CheckSeverity Severity => Check.Severity();

    public bool CanBeOverridden => Check.CanBeOverridden();

    /// <summary>Under which an override is kept. Rebuilding a report with the same finding gives the same key.</summary>
    public string Key => $"{Check.Name()}:{Subject}";

    /// <summary>Whether it stops a sign-off in spite of the overrides that there are.</summary>
    /// <param name="overridden">The keys of findings that were overridden with a reason.</param>
    public bool Blocks(IReadOnlySet<string> overridden) => Severity == CheckSeverity.Error && !(CanBeOverridden && overridden.Contains(Key));
}

/// <summary>What a checklist needs to know that neither the dashboard nor the register says.</summary>
/// <param name="IssuedOn">The day on which the paper would be issued.</param>
public sealed record ChecklistFacts(DateOnly IssuedOn)
{
    /// <summary>How far a figure has come; null where nothing is collected in rounds: a folder's figures are as final as its files.</summary>
    public Func<string, Period, CollectionState>? StateOf { get; init; }

    /// <summary>What the checks of the register say of the levels that the paper rates by.</summary>
    public IReadOnlyList<(string Ref, string Reason)> Levels { get; init; } = [];

    /// <summary>The analyst's paragraphs whose figures have moved since they were written, and how.</summary>
    public IReadOnlyList<(string Place, IReadOnlyList<string> Figures)> Moved { get; init; } = [];

    /// <summary>The blocks that the council asks of every report, and what each says; blank where nobody has written it.</summary>
    public IReadOnlyList<(string Place, string Name, string? Text)> Blocks { get; init; } = [];
}
