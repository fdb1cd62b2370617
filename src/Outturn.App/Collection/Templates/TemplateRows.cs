using Outturn.App.Import;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Collection.Templates;

/// <summary>Reads the rows of a template whose stamp is known to be this register's.</summary>
internal sealed class TemplateRows(TemplateTable table, TemplateStamp stamp, Register register)
{
    private readonly List<Defect> errors = [];
    private readonly List<Defect> warnings = [];
    private readonly List<SentRow> rows = [];
    private readonly Dictionary<(string Ref, Period Period), int> seen = [];
    private readonly Dictionary<string, IndicatorHistory> histories = register.Indicators.ToDictionary(history => history.Indicator.Ref, StringComparer.Ordinal);

    public TemplateResult Read(IReadOnlyList<Defect> before)
    {
        errors.AddRange(table.Doubled);
        errors.AddRange(TemplateColumns.All
            .Where(column => (column.IsEntry || column.Heading is TemplateColumns.Ref or TemplateColumns.Period or TemplateColumns.Code) && table.Column(column.Heading) is null)
            .Select(column => new Defect(Severity.Error, table.Source, table.HeaderRow, column.Heading,
                "This column of the template is missing: put it back, blank or not, for a column that is not there says nothing of what stood in it.")));
        if (errors.Count > 0)
        {
            return new TemplateResult.Refused(errors, new TemplateCount(table.Rows.Count, 0, 0, table.Rows.Count));
        }

        var refused = 0;
        foreach (var row in table.Rows)
        {
            var found = errors.Count;
            ReadRow(row);
            refused += errors.Count > found ? 1 : 0;
        }

        var filled = rows.Count(row => row.Submission is not null);
        var count = new TemplateCount(table.Rows.Count, filled, rows.Count - filled, refused);
        return errors.Count > 0
            ? new TemplateResult.Refused(errors, count)
            : new TemplateResult.Read(stamp, rows, count, [.. before, .. table.Strays, .. warnings]);
    }

    private void ReadRow(SourceRow row)
    {
        var place = new SentPlace(table.Source, row.Number) { Table = table };
        if (Whose(row, place) is not { } whose)
        {
            return;
        }

        var found = errors.Count;
        var entry = new EntryReading(
            heading => table.Cell(row, heading), (heading, reason) => errors.Add(place.Error(heading, reason)), (heading, reason) => warnings.Add(place.Warning(heading, reason)), register, whose.History, whose.Period);
        var submission = entry.IsBlank ? null : entry.Read();
        if (errors.Count == found)
        {
            rows.Add(new SentRow(whose.History.Indicator, whose.Period, submission, place));
        }
    }

    /// <summary>The indicator and period that the row was issued with; null where it cannot be told.</summary>
    private (IndicatorHistory History, Period Period)? Whose(SourceRow row, SentPlace place)
    {
        var reference = table.Cell(row, TemplateColumns.Ref).Text.Trim();
        if (reference.Length == 0)
        {
            errors.Add(place.Error(TemplateColumns.Ref, "The row has no ref, so that nobody knows what it is for: put back the one it was issued with, or clear the row."));
            return null;
        }

        if (Find(reference) is not { } history)
        {
            errors.Add(place.Error(TemplateColumns.Ref, $"There is no indicator {Quoted.Text(reference)} in the register: put back the ref that the row was issued with, or clear the row."));
            return null;
        }

        var text = table.Cell(row, TemplateColumns.Period).Text;
        if (!PeriodText.TryRead(text, history.Indicator.Definition.Frequency, out var period, out var refusal))
        {
            errors.Add(place.Error(TemplateColumns.Period, string.IsNullOrWhiteSpace(text) ? "The row has no period: put back the one it was issued with." : refusal));
            return null;
        }

        return IsOurs(row, place, history.Indicator.Ref, period) ? (history, period) : null;
    }

    private bool IsOurs(SourceRow row, SentPlace place, string reference, Period period)
    {
        var code = table.Cell(row, TemplateColumns.Code).Text.Trim();
        if (!code.Equals(stamp.CodeOf(reference, period), StringComparison.OrdinalIgnoreCase))
        {
            errors.Add(code.Length == 0
                ? place.Error(TemplateColumns.Code, $"The row has no code, so it is not one that the template was issued with: rows cannot be added. Ask for a template in which {reference} for {period} is due.")
                : place.Error(TemplateColumns.Ref, $"{reference} for {period} is not what this row was issued with (its code {Quoted.Text(code)} says so): put back its ref and period, or ask for a new template."));
            return false;
        }

        if (!seen.TryAdd((reference, period), row.Number))
        {
            errors.Add(place.Error(TemplateColumns.Ref, $"{reference} for {period} stands in row {seen[(reference, period)]} already: keep one of the two rows."));
            return false;
        }

        return true;
    }

    private IndicatorHistory? Find(string reference) => histories.GetValueOrDefault(reference)
        ?? (histories.Keys.Where(known => known.Equals(reference, StringComparison.OrdinalIgnoreCase)).ToArray() is [var alike] ? histories[alike] : null);
}
