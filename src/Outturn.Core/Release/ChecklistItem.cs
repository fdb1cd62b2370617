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

    /// <summary>By which it is known among those of a report.</summary>
    public string Key => $"{Check.Name()}:{Subject}";

    /// <summary>Whether it stops a sign-off.</summary>
    /// <param name="isAnswered">Whether somebody answers for it with a reason: some errors nobody can answer for.</param>
    public bool Blocks(bool isAnswered) => Severity == CheckSeverity.Error && !(CanBeOverridden && isAnswered);
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
