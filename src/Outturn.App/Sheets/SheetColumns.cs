using Outturn.App.Import;
using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>A column of a table, and what became of it.</summary>
/// <param name="Role">What it holds; null when it is not used.</param>
/// <param name="Written">The period that its heading names.</param>
/// <param name="Period">The period, where heading and sheet together say it; else the row does, or the last figure.</param>
/// <param name="Reading">As it is told to the sheet's owner.</param>
internal sealed record SheetColumn(int Index, string Header, Role? Role, WrittenPeriod? Written, Period? Period, string Reading)
{
    public SheetColumn NotUsed(string why) => this with { Role = null, Written = null, Period = null, Reading = $"not used: {why}" };

    public SheetColumn As(Role role) => this with { Role = role, Reading = role.Text() };
}

/// <summary>The columns of a table, told by their headings and, where a heading can mean two things, by their cells.</summary>
internal sealed class SheetColumns
{
    private readonly SheetSegment segment;
    private readonly SheetColumn[] columns;
    private readonly List<Defect> defects;
    private readonly int? year;

    public SheetColumns(SheetSegment segment, SheetOptions options, List<Defect> defects)
    {
        (this.segment, this.defects) = (segment, defects);
        var width = Math.Max(segment.Headings.Count, segment.Rows.Select(row => row.Cells.Count).DefaultIfEmpty().Max());
        columns = [.. Enumerable.Range(0, width).Select(Read)];
        HeadingsAsMonths();
        TellFrequencyFromPeriod();
        TellRatingToDate();
        YearsBesideAFigure();
        KeepOneOfEach();
        TellRefFromTitle();
        year = YearFrom(options);
        MonthsAsQuarters();
        NamePeriods();
        SortOutYears();
        NamePeriodsOnce();
        AreMonths = Find(Role.Period) is { } period ? WrittenPeriod.AreMonths(segment.Rows.Select(row => row[period.Index].Text)) : null;
    }

    public IReadOnlyList<SheetColumn> All => columns;

    /// <summary>What was settled that the sheet does not say.</summary>
    public List<string> Assumptions { get; } = [];

    /// <summary>Whether periods stand in columns of their own; else each row is for one period.</summary>
    public bool IsWide => columns.Any(column => column.Role?.IsFigure() == true && column.Written is not null);

    /// <summary>The period of a table that has one figure for each indicator and names the period in its title or name; null where it does not.</summary>
    public Period? OnlyPeriod { get; private set; }

    public SheetColumn? Find(Role role) => Array.Find(columns, column => column.Role == role);

    /// <summary>The period of a heading without a year, by the year in its row or, where the row has none, the sheet's.</summary>
    public Period? PeriodOf(WrittenPeriod written, int? rowYear) =>
        written.Whole ?? ((rowYear ?? year) is { } start ? written.In(start) : null);

    /// <summary>Whether "2011-12" in the column of periods is a month (true) or a year (false); null where nothing else there tells.</summary>
    public bool? AreMonths { get; }

    /// <summary>The year for which a level without one is set: that of the last figures in columns of their own.</summary>
    public Period? LevelYear => columns.Where(column => column.Role?.IsFigure() == true && column.Period is not null)
        .Select(column => column.Period!.Value).DefaultIfEmpty().Max() is { Ordinal: not 0 } last
            ? last.Frequency.Length() == 12 && last.Frequency != Frequency.TwelveMonths ? last : last.FinancialYear
            : null;

    private SheetColumn Read(int index)
    {
        var header = index < segment.Headings.Count ? segment.Headings[index] : "";
        var column = new SheetColumn(index, header, null, null, null, "");
        if (header.Length == 0)
        {
            return column.NotUsed("it has no heading");
        }

        if (Heading.Read(header) is not { } heading)
        {
            return column.NotUsed("the heading is not one that is known");
        }

        return heading.Role == Role.WorkedOut
            ? column.NotUsed("worked out from the figures, or not needed")
            : column.As(heading.Role) with { Written = heading.Period };
    }

    /// <summary>Headings such as 2011-12 are months among other months, years among other years, and refused where nothing tells.</summary>
    private void HeadingsAsMonths()
    {
        var doubtful = columns.Where(column => column.Written is not null && WrittenPeriod.IsYearOrMonth(column.Header)).ToList();
        if (doubtful.Count == 0)
        {
            return;
        }

        if (WrittenPeriod.AreMonths(columns.Select(column => column.Header)) is not { } months)
        {
            if (columns.All(column => column.Written is null or { Frequency: Frequency.Year }) && columns.Any(column => column.Written is not null && !doubtful.Contains(column)))
            {
                return;
            }

            defects.AddRange(doubtful.Select(column => Defect.Error(segment.Sheet.Source, RowPeriod.YearOrMonth(column.Header))));
            return;
        }

        foreach (var column in doubtful.Where(_ => months))
        {
            columns[column.Index] = column with { Written = WrittenPeriod.MonthOf(column.Header) };
        }
    }

    /// <summary>Of two ratings, the one beside the year to date is its rating.</summary>
    private void TellRatingToDate()
    {
        foreach (var rating in columns.Skip(1).Where(column => column is { Role: Role.Rating, Written: null }).Skip(1).ToList())
        {
            if (Find(Role.YtdRating) is null && columns[rating.Index - 1].Role == Role.YearToDate)
            {
                columns[rating.Index] = rating.As(Role.YtdRating);
            }
        }
    }

    /// <summary>A column headed period that says Monthly or Quarterly is the frequency.</summary>
    private void TellFrequencyFromPeriod()
    {
        if (Find(Role.Period) is { } period && Find(Role.Frequency) is null && Cells(period).All(cell => Frequencies.Read(cell.Text) is not null))
        {
            columns[period.Index] = period.As(Role.Frequency);
        }
    }

    /// <summary>Beside a column of figures that names no period, "2018/19 outturn" is the year before.</summary>
    private void YearsBesideAFigure()
    {
        var named = columns.Where(column => column.Role?.IsFigure() == true && column.Written is not null).ToList();
        if (Find(Role.Value) is null || !columns.Any(column => column is { Role: Role.Value, Written: null })
            || named.Count == 0 || named.Any(column => column is not { Role: Role.Value, Written.Frequency: Frequency.Year }))
        {
            return;
        }

        var latest = named.MaxBy(column => column.Written!.StartYear)!;
        foreach (var column in named)
        {
            columns[column.Index] = column == latest && Find(Role.Previous) is null
                ? (column with { Written = null }).As(Role.Previous)
                : column.NotUsed("a figure for an earlier year, beside one that names no period");
        }
    }

    /// <summary>Of two columns with the same role the first is taken; a second indicator column is its definition.</summary>
    private void KeepOneOfEach()
    {
        if (Find(Role.Title) is null && Find(Role.Meaning) is { } meaning)
        {
            columns[meaning.Index] = meaning.As(Role.Title);
        }

        if (!IsWide && Find(Role.Value) is null && Find(Role.YearToDate) is { } toDate)
        {
            columns[toDate.Index] = toDate.As(Role.Value) with { Reading = "figures (year to date)" };
        }

        if (Find(Role.Service) is null && Find(Role.Directorate) is { } directorate)
        {
            columns[directorate.Index] = directorate.As(Role.Service);
        }

        foreach (var same in columns.Where(column => column.Role is not null && column.Written is null).GroupBy(column => column.Role!.Value).ToList())
        {
            foreach (var again in same.Skip(1))
            {
                columns[again.Index] = same.Key == Role.Title && Find(Role.Meaning) is null
                    ? again.As(Role.Meaning)
                    : again.NotUsed($"column {segment.Sheet.Letter(same.First().Index)} holds the {same.Key.Text()} already");
            }
        }

        if (IsWide)
        {
            foreach (var figure in columns.Where(column => column.Role?.IsFigure() == true && column.Written is null).ToList())
            {
                columns[figure.Index] = figure.NotUsed("its heading names no period, and other columns name theirs");
            }
        }
    }

    /// <summary>A column headed KPI or indicator that holds nothing but short codes is the ref, when another holds the words.</summary>
    private void TellRefFromTitle()
    {
        if (Find(Role.Ref) is null && Find(Role.Title) is { } title && Find(Role.Meaning) is { } meaning && Cells(title).All(IsCode))
        {
            columns[title.Index] = title.As(Role.Ref);
            columns[meaning.Index] = meaning.As(Role.Title);
        }
    }

    private static bool IsCode(SourceCell cell) =>
        cell.Text.Trim() is { Length: <= 12 } text && text.Any(char.IsAsciiDigit) && !text.Contains(' ');

    private IEnumerable<SourceCell> Cells(SheetColumn column) =>
        segment.Rows.Where(row => SheetSegment.Filled(row) > 1 && !row[column.Index].IsBlank).Select(row => row[column.Index]);

    private int? YearFrom(SheetOptions options)
    {
        var missing = columns.Any(column => column.Written is { StartYear: null });
        (int? Year, string Where)[] places =
        [
            .. segment.Texts.Select(text => (WrittenPeriod.YearIn(text), "the title of the sheet")),
            (WrittenPeriod.YearIn(segment.Sheet.Name), "the name of the sheet"),
            (WrittenPeriod.YearIn(segment.Sheet.File), "the name of the file"),
            .. columns.Where(column => column is { Role: Role.Target or Role.Floor, Written: not null }).Select(column => (column.Written!.StartYear, $"the heading \"{column.Header}\"")),
            .. columns.Where(column => column is { Role: Role.Previous or Role.Value, Written: { Frequency: Frequency.Year, StartYear: not null } })
                .Select(column => (column.Written!.StartYear + 1, $"the heading \"{column.Header}\", which is taken for the year before")),
            (options.Year?.First.Year, "the period asked for"),
        ];
        var found = places.FirstOrDefault(place => place.Year is not null);
        if (missing && found.Year is { } start)
        {
            Assumptions.Add($"The year {Period.Year(start)} comes from {found.Where}: headings such as \"{columns.First(column => column.Written is { StartYear: null }).Header}\" do not say it.");
        }

        return found.Year;
    }

    /// <summary>Columns for Jun, Sep, Dec and Mar alone hold the quarters that end then; for Mar alone of several years, the years.</summary>
    private void MonthsAsQuarters()
    {
        var months = columns.Where(column => column.Written is { Frequency: Frequency.Month } && column.Role?.IsFigure() == true).ToList();
        var parts = months.Select(column => column.Written!.Part).Distinct().ToList();
        var others = columns.Any(column => column.Written is { Frequency: Frequency.Quarter or Frequency.HalfYear } && column.Role?.IsFigure() == true);
        if (others || months.DistinctBy(column => column.Written).Count() < 2 || parts.Any(part => part % 3 != 2))
        {
            return;
        }

        var frequency = parts is [11] ? Frequency.Year : Frequency.Quarter;
        foreach (var column in columns.Where(column => column.Written is { Frequency: Frequency.Month, Part: var part } && part % 3 == 2))
        {
            columns[column.Index] = column with
            {
                Written = column.Written! with { Frequency = frequency, Part = frequency == Frequency.Year ? 0 : column.Written!.Part / 3 },
            };
        }

        Assumptions.Add(frequency == Frequency.Year
            ? "Columns for March alone are read as the financial years that end then."
            : "Columns for June, September, December and March alone are read as the quarters that end then.");
    }

    private void NamePeriods()
    {
        foreach (var column in columns.Where(column => column.Written is not null).ToList())
        {
            var period = Find(Role.Year) is null ? PeriodOf(column.Written!, null) : column.Written!.Whole;
            var told = period?.ToString() ?? (Find(Role.Year) is null ? column.Header : $"{column.Header} of the year in each row");
            columns[column.Index] = column with { Period = period, Reading = $"{column.Role!.Value.Text()} for {told}" };
        }

        var without = columns.Where(column => column is { Written: not null, Period: null, Role: not (Role.Previous or Role.YearToDate) }).Select(column => $"\"{column.Header}\"").ToList();
        if (without.Count > 0 && Find(Role.Year) is null)
        {
            defects.Add(Defect.Error(segment.Sheet.Source,
                $"No year can be found for the heading{(without.Count == 1 ? "" : "s")} {string.Join(", ", without)}: write it there (Q1 2019/20, Apr 2019), in the sheet's title or name, or say --period 2019/20."));
        }

        OnlyPeriod = IsWide || Find(Role.Value) is null && Find(Role.Numerator) is null || Find(Role.Period) is not null || Find(Role.Year) is not null ? null : PeriodFromTitle();
    }

    /// <summary>The period that the title, the sheet's name or the file's name speaks of, for a table with one figure for each indicator.</summary>
    private Period? PeriodFromTitle()
    {
        foreach (var text in (string[])[.. segment.Texts, segment.Sheet.Name, Path.GetFileNameWithoutExtension(segment.Sheet.File)])
        {
            if (WrittenPeriod.Find(text) is { } written && PeriodOf(written, null) is { } period)
            {
                Assumptions.Add($"The figures are for {period}, as \"{Heading.OneLine(text)}\" says.");
                return period;
            }
        }

        if (year is { } start)
        {
            Assumptions.Add($"The figures are for {Period.Year(start)}.");
            return Period.Year(start);
        }

        return null;
    }

    /// <summary>Beside months or quarters a year's own figure is the year to date or the previous year; on their own, years are a series.</summary>
    private void SortOutYears()
    {
        var parts = columns.Where(column => column.Role?.IsFigure() == true && column.Period is { } period && period.Frequency.Length() < 12).ToList();
        if (parts.Count == 0)
        {
            return;
        }

        var last = parts.Max(column => column.Period!.Value).FinancialYear;
        foreach (var column in columns.Where(column => column is { Role: Role.Value, Period.Frequency: Frequency.Year }).ToList())
        {
            var years = last.Ordinal - column.Period!.Value.Ordinal;
            columns[column.Index] = years switch
            {
                0 when Find(Role.YearToDate) is null => (column with { Written = null, Period = null }).As(Role.YearToDate),
                1 when Find(Role.Previous) is null => (column with { Written = null, Period = null }).As(Role.Previous),
                _ => column.NotUsed("a figure for a whole year, beside figures for parts of it"),
            };
        }

        foreach (var column in columns.Where(column => column is { Role: Role.Previous or Role.YearToDate, Written: not null }).ToList())
        {
            columns[column.Index] = column with { Written = null, Period = null, Reading = column.Role!.Value.Text() };
        }
    }

    private void NamePeriodsOnce()
    {
        foreach (var same in columns.Where(column => column.Period is not null).GroupBy(column => (column.Role, column.Period)).Where(same => same.Count() > 1))
        {
            var letters = string.Join(" and ", same.Select(column => segment.Sheet.Letter(column.Index)));
            defects.Add(Defect.Error(segment.Sheet.Source, $"Columns {letters} both hold {same.First().Reading}: keep one of them."));
        }
    }
}
