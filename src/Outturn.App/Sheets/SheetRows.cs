using Outturn.App.Import;
using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>Goes through the rows of a table: indicators, headings of sections, totals, footnotes.</summary>
internal sealed class SheetRows(
    SheetSegment segment, SheetColumns columns, int table, string? serviceOfSheet, Dictionary<string, IndicatorDraft> drafts, Notes notes, List<Defect> defects, List<Defect> warnings)
{
    private const int LongestSection = 80;

    private readonly SheetColumn? reference = columns.Find(Role.Ref);
    private readonly SheetColumn? title = columns.Find(Role.Title);
    private readonly SheetColumn? service = columns.Find(Role.Service);
    private SourceRow? alone;
    private string? section;
    private string? serviceAbove;
    private (string? Ref, string Title)? above;

    public void Collect()
    {
        foreach (var row in segment.Rows.Where(row => SheetSegment.Filled(row) > 0))
        {
            if (IsAlone(row))
            {
                LeaveOut(alone);
                alone = row;
            }
            else if (IsTotal(row) is { } total)
            {
                notes.Add("Rows of totals and averages are left out.", $"{total.Text} in row {row.Number}");
            }
            else
            {
                BeginSection();
                Add(row);
            }
        }

        LeaveOut(alone);
    }

    /// <summary>One text and nothing beside it: the heading of a section, or a footnote.</summary>
    private bool IsAlone(SourceRow row) =>
        SheetSegment.Filled(row) == 1
        && row.Cells.Select((cell, i) => (cell, i)).First(at => !at.cell.IsBlank) is var (only, place)
        && only.Number is null && (place == 0 || columns.All[place].Role is null or Role.Title or Role.Ref or Role.Service or Role.Directorate)
        && NumberText.Parse(only.Text).Value is null;

    private SheetCell? IsTotal(SourceRow row) =>
        new[] { title, reference, columns.All[0] }.OfType<SheetColumn>().Select(column => Cell(row, column))
            .FirstOrDefault(cell => WrittenPeriod.Words(cell.Text) is "total" or "totals" or "grand total" or "overall total" or "subtotal" or "sub total" or "overall" or "average" or "overall average");

    private void BeginSection()
    {
        if (alone is null)
        {
            return;
        }

        var text = Heading.OneLine(alone.Cells.First(cell => !cell.IsBlank).Text);
        if (service is null && text.Length <= LongestSection && !IsRemark(text))
        {
            section = text;
            notes.Add("A line of its own is taken for the service of the rows below it.", $"\"{text}\" in row {alone.Number}");
            alone = null;
        }

        LeaveOut(alone);
        (alone, above) = (null, null);
    }

    private static bool IsRemark(string text) =>
        text is ['*', ..] or ['(', ..] || WrittenPeriod.Words(text).Split(' ')[0] is "note" or "notes" or "source" or "key" or "please" or "nb";

    private void LeaveOut(SourceRow? row)
    {
        if (row is not null)
        {
            var text = Heading.OneLine(row.Cells.First(cell => !cell.IsBlank).Text);
            notes.Add("Lines beside the table are left out.", $"row {row.Number}, {Quoted.Text(text)}");
        }
    }

    private void Add(SourceRow row)
    {
        if (DraftOf(row) is not { } draft)
        {
            return;
        }

        var rowYear = columns.Find(Role.Year) is { } column ? YearOf(Cell(row, column)) : null;
        if (columns.IsWide && !draft.Rows.Add((table, rowYear)))
        {
            defects.Add(draft.First.Error($"{draft.Ref ?? draft.Title} stands here and in row {row.Number} again: each indicator has one row{(rowYear is null ? "" : " for a year")}."));
            return;
        }

        AddTexts(row, draft);
        AddPeriods(row, draft, rowYear, columns.IsWide ? null : PeriodOf(row, rowYear));
    }

    private IndicatorDraft? DraftOf(SourceRow row)
    {
        var (code, words) = (Text(row, reference), Text(row, title));
        if (code.Length == 0 && words.Length == 0)
        {
            if (columns.IsWide || above is null)
            {
                defects.Add(Cell(row, title ?? reference!).Error("The row has figures and names no indicator: give it a title, or leave the row out."));
                return null;
            }

            (code, words) = (above.Value.Ref ?? "", above.Value.Title);
            notes.Add("A row that names no indicator belongs to the indicator above it.");
        }

        above = (code.Length > 0 ? code : null, words);
        var serves = ServiceOf(row);
        var key = code.Length > 0 ? $"ref {WrittenPeriod.Words(code)}" : $"{WrittenPeriod.Words(words)} in {WrittenPeriod.Words(serves ?? "")}";
        if (!drafts.TryGetValue(key, out var draft))
        {
            if (words.Length == 0)
            {
                notes.Add("An indicator without a title goes by its ref.", code);
            }

            draft = new IndicatorDraft(Cell(row, title ?? reference!), code.Length > 0 ? code : null, words.Length > 0 ? words : code, serves ?? SheetReader.NoService);
            drafts.Add(key, draft);
        }
        else if (words.Length > 0 && WrittenPeriod.Words(words) != WrittenPeriod.Words(draft.Title) && title is not null)
        {
            warnings.Add(Cell(row, title).Warning($"{code} has another title here than in row {draft.First.Row}, {Quoted.Text(draft.Title)}: the first is taken."));
        }

        return draft;
    }

    private string? ServiceOf(SourceRow row)
    {
        if (service is null)
        {
            return section ?? serviceOfSheet;
        }

        var text = Text(row, service);
        if (text.Length == 0 && serviceAbove is not null)
        {
            notes.Add($"Where column {segment.Sheet.Letter(service.Index)} is blank, the service of the row above holds.");
        }

        return serviceAbove = text.Length > 0 ? text : serviceAbove;
    }

    private Period? YearOf(SheetCell cell)
    {
        if (cell.Content.IsBlank)
        {
            return null;
        }

        var alone = !columns.IsWide && columns.Find(Role.Period) is null;
        if (WrittenPeriod.Find(cell.Text) is { Rest: "", Whole: { } year } && (year.Frequency == Frequency.Year || (alone && year.Frequency.Length() == 12)))
        {
            return year;
        }

        defects.Add(cell.Error($"{Quoted.Text(cell.Text)} is not a financial year: write it like 2019/20."));
        return null;
    }

    /// <summary>The period of a row that is for one period.</summary>
    private Period? PeriodOf(SourceRow row, Period? rowYear)
    {
        if (columns.Find(Role.Period) is not { } column)
        {
            return rowYear ?? columns.OnlyPeriod;
        }

        var cell = Cell(row, column);
        if (cell.Content.IsBlank)
        {
            return rowYear;
        }

        var stated = columns.Find(Role.Frequency) is { } at ? SheetWords.Frequency(Text(row, at)) : null;
        var read = RowPeriod.Read(cell, stated, rowYear, columns);
        if (read.Refusal is { } refusal)
        {
            defects.Add(cell.Error(refusal));
        }

        if (read.LeftOut is { } bracket)
        {
            notes.Add("What stands in brackets behind a period is left out.", bracket);
        }

        return read.Period;
    }

    private void AddTexts(SourceRow row, IndicatorDraft draft)
    {
        foreach (var column in columns.All.Where(column => column.Role is < Role.Year and not (Role.Ref or Role.Title or Role.Service)))
        {
            var cell = Cell(row, column);
            if (!cell.Content.IsBlank && draft.AddText(column.Role!.Value, cell) is { } first)
            {
                warnings.Add(cell.Warning($"{draft.Ref ?? draft.Title} has {Quoted.Text(first.Text)} in row {first.Row} and {Quoted.Text(cell.Text)} here: the first is taken."));
            }
        }
    }

    private void AddPeriods(SourceRow row, IndicatorDraft draft, Period? rowYear, Period? rowPeriod)
    {
        var named = false;
        foreach (var column in columns.All.Where(column => column.Role is { } role && role.IsOfAPeriod() && !role.IsWorkedOut()))
        {
            var cell = Cell(row, column);
            var period = column.Period
                ?? (column.Written is { } written ? columns.PeriodOf(written, rowYear?.First.Year) : null)
                ?? (columns.IsWide ? IsLevel(column.Role!.Value) ? rowYear ?? columns.LevelYear : null : rowPeriod);
            if (cell.Content.IsBlank)
            {
                continue;
            }

            if (period is { } known)
            {
                if (draft.Add(known, column.Role!.Value, cell) is { } before && column.Role.Value.IsFigure())
                {
                    defects.Add(cell.Error($"{draft.Ref ?? draft.Title} has a figure for {known} in {before.Address} of {before.Sheet.Source} already: keep one of them."));
                }
            }
            else if (columns.IsWide)
            {
                draft.Loose.Add((table, column.Role!.Value, cell));
            }
            else if (column.Role!.Value.IsFigure() && !named && (columns.Find(Role.Period) is null || Cell(row, columns.Find(Role.Period)!).Content.IsBlank))
            {
                named = true;
                defects.Add(cell.Error("The figure has no period: name it in a column headed period, or in the sheet's title or name (Q1 2019/20, Apr 2019)."));
            }
        }
    }

    private static bool IsLevel(Role role) => role is Role.Target or Role.Floor or Role.Tolerance or Role.Lower or Role.Upper;

    private SheetCell Cell(SourceRow row, SheetColumn column) => new(segment.Sheet, row.Number, column.Index, column.Header, row[column.Index]);

    private static string Text(SourceRow row, SheetColumn? column) => column is null ? "" : Heading.OneLine(row[column.Index].Text);
}
