using Outturn.App.Workbooks;
using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.App.Review.Workbook;

/// <summary>A proposal without what makes no difference, so that two that say the same are equal: spaces around a text, what is so already, levels of what goes.</summary>
internal static class PlainProposal
{
    /// <param name="current">Null for an indicator that is not in the register.</param>
    public static Proposal Of(Proposal proposal, Indicator? current) => proposal with
    {
        Target = proposal.Goes ? null : proposal.Target,
        Range = proposal.Goes ? null : proposal.Range,
        Rationale = Text(proposal.Rationale),
        Sheet = proposal.Sheet is { } sheet && Plain(sheet) is var plain && (current is null ? plain : plain.Against(current)) is { IsEmpty: false } changes ? changes : null,
        Successor = Text(proposal.Successor),
        BenchmarkSource = Text(proposal.BenchmarkSource),
        Outcome = Text(proposal.Outcome),
    };

    private static SheetChange Plain(SheetChange sheet) => sheet with
    {
        Title = Text(sheet.Title), Service = Text(sheet.Service), Committees = Text(sheet.Committees), Unit = Text(sheet.Unit), Meaning = Text(sheet.Meaning),
        Numerator = Text(sheet.Numerator), Denominator = Text(sheet.Denominator), Source = Text(sheet.Source), Duty = Text(sheet.Duty), Priority = Text(sheet.Priority), Contract = Text(sheet.Contract),
    };

    /// <summary>As a cell of a workbook gives it back.</summary>
    public static string? Text(string? text) => text is not null && WorkbookText.Clean(text).Trim() is { Length: > 0 } clean ? clean : null;
}
