using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Core.Indicators;

namespace Outturn.App.Collection.Files;

/// <summary>Takes the figures out of a sheet as councils make them: long or wide, by month or quarter, notes and merged headings and all.</summary>
internal sealed class SheetFigures(IReadOnlyList<SourceTable> tables, SheetResult.Read sheet, IndicatorFinder finder, DefectList defects)
{
    private static readonly Role[] FigureRoles = [Role.Value, Role.Numerator, Role.Denominator, Role.YearToDate, Role.Previous];

    private readonly ILookup<string, TakenCell> cells = sheet.Cells.ToLookup(cell => cell.Ref);
    private readonly HashSet<(string Source, int Row)> used = [];

    public FigureBatch Read()
    {
        var batch = new FigureBatch(finder.Indicators);
        foreach (var history in sheet.Register.Indicators)
        {
            var first = cells[history.Indicator.Ref].First();
            var reference = first.IsRefGiven ? history.Indicator.Ref : null;
            if (finder.Find(reference, history.Indicator.Title) is not { } place)
            {
                defects.Add(first.Cell.Error(finder.Unknown(reference, history.Indicator.Title)));
                continue;
            }

            var known = finder.Indicators[place];
            if (known.Indicator.Formula is not null)
            {
                defects.Add(first.Cell.Error($"{known.Indicator.Ref} is worked out by its formula, so no figure is given for it."));
                continue;
            }

            foreach (var figure in history.Figures)
            {
                Add(batch, place, history, figure);
            }

            CompareLevels(history, known, first);
        }

        return batch;
    }

    /// <summary>Rows that no figure came from, each with its first words.</summary>
    public IReadOnlyList<RowNotUsed> NotUsed() =>
    [
        .. tables.SelectMany(table => table.Rows.Where(row => row.Cells.Any(cell => !cell.IsBlank) && !used.Contains((table.Source, row.Number)))
            .Select(row => new RowNotUsed(table.Source, row.Number, Heading.OneLine(row.Cells.First(cell => !cell.IsBlank).Text)))),
    ];

    public int Used => used.Count;

    /// <summary>Every cell with something in it, and what it was taken for.</summary>
    public IEnumerable<CellReading> Cells()
    {
        var taken = new Dictionary<(string Source, int Row, int Column), TakenCell>();
        foreach (var cell in sheet.Cells)
        {
            taken.TryAdd((cell.Cell.Sheet.Source, cell.Cell.Row, cell.Cell.Column), cell);
        }

        foreach (var table in tables)
        {
            foreach (var row in table.Rows)
            {
                for (var column = 0; column < row.Cells.Count; column++)
                {
                    if (row.Cells[column] is { IsBlank: false } content)
                    {
                        var letter = column < table.Header.Count ? table.Header[column].Letter : SourceColumn.LetterOf(column);
                        yield return Reading(table.Source, row.Number, letter, content, taken.GetValueOrDefault((table.Source, row.Number, column)));
                    }
                }
            }
        }
    }

    private CellReading Reading(string source, int row, string letter, SourceCell content, TakenCell? taken)
    {
        var text = Heading.OneLine(content.Text);
        if (taken is not null)
        {
            var isFigure = Array.IndexOf(FigureRoles, taken.Role) >= 0;
            var value = isFigure && finder.Find(taken.Ref, "") is { } place ? SheetNumber.Read(taken.Cell, finder.Indicators[place].Indicator.Definition.Unit.Name).Value : null;
            return new CellReading(source, row, letter, text, $"{taken.Role.Text()} of {taken.Ref}{(taken.Period is { } period ? $" for {period}" : "")}", value is { } number ? Unit.Bare(number, Unit.DecimalsOf(number)) : "");
        }

        var column = sheet.Readings.FirstOrDefault(reading => reading.Source == source && reading.Letter == letter);
        return new CellReading(source, row, letter, text,
            used.Contains((source, row)) ? column?.Reading ?? "not used: beside the table" : "not used: a heading, a title, a note or a total", "");
    }

    private void Add(FigureBatch batch, int place, IndicatorHistory history, Figure figure)
    {
        var at = cells[history.Indicator.Ref].Where(cell => cell.Period == figure.Period || cell.Period is null).ToLookup(cell => cell.Role, cell => cell.Cell);
        SheetCell? Cell(Role role) => cells[history.Indicator.Ref].FirstOrDefault(cell => cell.Role == role && cell.Period == figure.Period)?.Cell ?? at[role].FirstOrDefault();
        var needed = figure.Observation.HasCounts ? new[] { Role.Numerator, Role.Denominator } : [Role.Value];
        foreach (var cell in needed.Select(Cell).OfType<SheetCell>().Where(cell => cell.Content.IsFormula))
        {
            defects.Add(cell.Error($"{Quoted.Text(cell.Text)} is worked out by a formula, and may change with what it is worked out from: paste its value."));
        }

        var home = FigureRoles.Select(Cell).OfType<SheetCell>().FirstOrDefault() ?? cells[history.Indicator.Ref].First().Cell;
        foreach (var cell in FigureRoles.Select(Cell).OfType<SheetCell>())
        {
            used.Add((cell.Sheet.Source, cell.Row));
        }

        var source = batch.Sources.IndexOf(home.Sheet.Source);
        if (source < 0)
        {
            batch.Sources.Add(home.Sheet.Source);
            source = batch.Sources.Count - 1;
        }

        var context = history.Commentaries.FirstOrDefault(commentary => commentary.Period == figure.Period)?.Context;
        var ytd = Cell(Role.YearToDate)?.Content.IsFormula == true ? null : figure.YtdGiven;
        var previous = Cell(Role.Previous)?.Content.IsFormula == true ? null : figure.PreviousGiven;
        ref var row = ref batch.Add();
        (row.Indicator, row.Ordinal, row.Row, row.Source, row.Observation) = (place, figure.Period.Ordinal, home.Row, source, figure.Observation);
        row.IsSigned = Cell(Role.Value)?.Text.TrimEnd().EndsWith('%') == true;
        row.Extras = ytd is null && previous is null && figure.Note is null && context is null ? null : new FigureExtras(ytd, previous, null, figure.Note, context);
    }

    /// <summary>Levels are set in the register: what a sheet of figures says of them is compared, and never taken.</summary>
    private void CompareLevels(IndicatorHistory told, IndicatorHistory known, TakenCell first)
    {
        foreach (var levels in told.Targets.All)
        {
            var (said, set) = (levels.Target?.Level ?? levels.UnratedTarget, known.Targets.InForce(levels.From)?.Target?.Level);
            if (said is { } target && set is { } own && target != own)
            {
                var unit = known.Indicator.Definition.Unit;
                defects.Add(first.Cell.Warning($"{known.Indicator.Ref} has a target of {unit.PrintLevel(target, 0)} here and of {unit.PrintLevel(own, 0)} in the register from {levels.From:dd/MM/yyyy}: targets are set in the register, and this one was not taken."));
                return;
            }
        }
    }
}
