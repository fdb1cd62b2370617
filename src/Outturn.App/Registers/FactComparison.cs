using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Registers;

/// <summary>What an import does, or would do, to one fact.</summary>
/// <param name="Table">council, indicator, levels, observation …</param>
/// <param name="About">CS01, Apr 2019.</param>
/// <param name="Differences">For a changed one: "target 95 → 97", one for each column.</param>
public sealed record FactChange(FactChangeKind Kind, string Table, string About, IReadOnlyList<string> Differences)
{
    public override string ToString() => Differences.Count == 0 ? $"{Table} {About}" : $"{Table} {About}: {string.Join("; ", Differences)}";
}

public enum FactChangeKind
{
    New,
    Changed,

    /// <summary>In the store and not in what is imported.</summary>
    Missing,
}

/// <summary>Compares facts that are said with those that are known, and tells what is new, changed and the same.</summary>
internal sealed class FactComparison(FactTable table, Func<string?, string?> content)
{
    private readonly List<(string Name, Func<object, object?> Get)> columns =
    [
        .. table.Properties.Where(property => property.Name is not (nameof(Fact.Version) or nameof(Fact.Entry) or nameof(Fact.Withdrawn)))
            .Select(property => (property.GetColumnName(), (Func<object, object?>)property.GetGetter().GetClrValue)),
    ];

    /// <summary>What differs between two versions, in words; empty for the same.</summary>
    public IReadOnlyList<string> Differences(Fact known, Fact said)
    {
        List<string> differences = [];
        foreach (var (name, get) in columns)
        {
            var (before, after) = (get(known), get(said));
            if (!Equals(before, after))
            {
                differences.Add($"{Name(name)} {Text(name, before)} → {Text(name, after)}");
            }
        }

        return differences;
    }

    /// <summary>What a fact says, column by column; what it does not say is left out.</summary>
    public IEnumerable<string> Says(Fact fact) =>
        columns.Select(column => (column.Name, Value: column.Get(fact))).Where(column => column.Value is not (null or false) && column.Name != "place")
            .Select(column => $"{Name(column.Name)} {Text(column.Name, column.Value)}");

    private static string Name(string column) => column.EndsWith("_words", StringComparison.Ordinal) ? column[..^6].Replace('_', ' ') : column.Replace('_', ' ');

    private string Text(string column, object? value) => value switch
    {
        null => "nothing",
        string digest when column.EndsWith("_words", StringComparison.Ordinal) => $"\"{Short(content(digest) ?? "")}\"",
        string text => $"\"{Short(text)}\"",
        decimal number => number.ToString("0.############################", CultureInfo.InvariantCulture),
        DateOnly day => day == DateOnly.MaxValue ? "no end" : day == DateOnly.MinValue ? "the beginning" : day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
        bool yes => yes ? "yes" : "no",
        Enum word => Words(word.ToString()),
        _ => value.ToString() ?? "",
    };

    /// <summary>HigherIsBetter → higher is better.</summary>
    private static string Words(string name) => Conventions.SnakeCase(name).Replace('_', ' ');

    private static string Short(string text) => text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 57), "...");

    /// <summary>The digests of the texts that a fact holds.</summary>
    public static IEnumerable<string?> Digests(FactTable table, Fact fact) =>
        table.Properties.Where(property => property.Name.EndsWith(FactMapping.WordsEnding, StringComparison.Ordinal)).Select(property => (string?)property.GetGetter().GetClrValue(fact));

    /// <summary>How a fact is called in a list.</summary>
    public static string About(Fact fact) => fact switch
    {
        CaseDaysFact closed => $"{closed.Ref}, {closed.Period}, {closed.Days} days",
        PeriodFact period => $"{period.Ref}, {period.Period}",
        LevelsFact levels => $"{levels.Ref}, from {levels.Starts:dd/MM/yyyy}",
        DefinitionFact definition => definition.Starts == DateOnly.MinValue ? definition.Ref : $"{definition.Ref}, from {definition.Starts:dd/MM/yyyy}",
        PlacementFact placement => $"{placement.Ref}, {placement.Name}",
        MeetingFact meeting => $"{meeting.Committee}, {meeting.Day:dd/MM/yyyy}",
        RoundFact round => round.Period.ToString(),
        ReviewFact review => $"review of {Core.Periods.Period.Year(review.Year)}",
        ReviewMeetingFact meeting => $"{meeting.Committee}, {meeting.Day:dd/MM/yyyy}",
        ReviewStepFact step => $"{step.Ref}, {Core.Periods.Period.Year(step.Year)}",
        CommentFact comment => $"comment {comment.Number}, {Core.Periods.Period.Year(comment.Year)}",
        AdoptionFact adoption => $"adoption of {Core.Periods.Period.Year(adoption.Year)}",
        LaterChangeFact change => $"{change.Ref}, {Core.Periods.Period.Year(change.Year)}",
        MetricLinkFact link => link.Ref.Length == 0 ? link.Metric : $"{link.Metric}, {link.Ref}",
        CouncilFact council => council.Name,
        HouseFact => "file names, logo and contact",
        HouseStyleFact style => $"{Core.Papers.PaperStyles.Name(style.Style)}: {style.Name}",
        SignatureFact signature => $"{signature.Label}, {signature.Post}",
        TextBlockFact block => $"{block.Heading}{(block.Owner is null ? "" : $", {block.Owner}")}",
        AgendaItemFact item => $"{item.Committee}, {item.Day:dd/MM/yyyy}, item {item.Item}",
        _ => fact.Key.ToString() ?? "",
    };
}
