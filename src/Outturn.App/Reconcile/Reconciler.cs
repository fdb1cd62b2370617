using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Reconcile;

/// <summary>What is compared with a published dashboard.</summary>
/// <param name="Committee">Whose indicators should be in it; null for all there are.</param>
/// <param name="Period">The period it is on; null to go by the periods it names, or else by the last figure.</param>
/// <param name="AsAt">The day by which a missing figure of ours is awaited or not due.</param>
public sealed record ReconcileRequest(Register Register, Committee? Committee, Period? Period, DateOnly AsAt);

/// <summary>Compares our figures and ratings with a dashboard that was published.</summary>
public static class Reconciler
{
    public static ReconcileResult Compare(ReconcileRequest request, IReadOnlyList<SourceTable> published)
    {
        var defects = new List<Defect>();
        var tables = PublishedTable.In(published, new SheetOptions { Year = request.Period?.FinancialYear }, defects);
        if (defects.Count == 0 && tables.Count == 0)
        {
            defects.AddRange(published.Select(table => Defect.Error(table.Source,
                "No table here names indicators: one row needs a heading such as Ref or Indicator and, beside it, Value, Rating or Target.")));
        }

        return defects.Count > 0 ? new ReconcileResult.Refused(defects) : new Run(request, tables).Compare();
    }

    private sealed class Run(ReconcileRequest request, IReadOnlyList<PublishedTable> tables)
    {
        private readonly Register register = request.Register;
        private readonly Dictionary<(string Ref, Period Period), DashboardIndicator> known = [];
        private readonly List<ComparedCell> cells = [];
        private readonly List<Defect> defects = [];
        private readonly HashSet<string> seen = [];
        private int otherPeriods;

        public ReconcileResult Compare()
        {
            var rows = tables.SelectMany(table => table.Rows).Select(row => (Row: row, Ours: Match(row))).Select(row => (row.Row, row.Ours, Period: PeriodOf(row.Row, row.Ours))).ToList();
            if (defects.Count > 0)
            {
                return new ReconcileResult.Refused(defects);
            }

            var dataTo = request.Period?.Last ?? LastDay(rows.Select(row => row.Period));
            foreach (var (row, ours, period) in rows)
            {
                if (ours is null)
                {
                    NotOurs(row, period);
                }
                else
                {
                    Compare(row, ours, period, dataTo);
                }
            }

            NotPublished(dataTo);
            string[] remarks =
            [
                .. tables.SelectMany(table => table.Columns.Assumptions).Distinct(),
                .. otherPeriods > 0 ? [$"{otherPeriods} published row{(otherPeriods == 1 ? " is" : "s are")} for other periods and not compared."] : Array.Empty<string>(),
            ];
            return new ReconcileResult.Compared(new Reconciliation(cells, [.. tables.SelectMany(table => table.Readings).Distinct()], remarks));
        }

        /// <summary>By ref and, where the table has none, by a title that only one of our indicators has.</summary>
        private IndicatorHistory? Match(PublishedRow row)
        {
            var byRef = register.Indicators.FirstOrDefault(ours => row.Ref.Length > 0 && WrittenPeriod.Words(ours.Indicator.Ref) == WrittenPeriod.Words(row.Ref));
            if (byRef is not null || row.Ref.Length > 0)
            {
                return byRef;
            }

            var title = WrittenPeriod.Words(row.Title);
            return register.Indicators.Where(ours => WrittenPeriod.Words(ours.Indicator.Title) == title).ToList() is [var only] ? only : null;
        }

        private Period? PeriodOf(PublishedRow row, IndicatorHistory? ours)
        {
            if (row.Period is not { } cell)
            {
                return (request.Period is null ? row.Table.Columns.OnlyPeriod : null) ?? row.Cells.Where(at => at.Role == Role.Value).Max(at => at.Period);
            }

            var read = RowPeriod.Read(cell, ours?.Indicator.Definition.Frequency, null, row.Table.Columns);
            if (read.Refusal is { } refusal)
            {
                defects.Add(cell.Error(refusal));
            }

            return read.Period;
        }

        private DateOnly LastDay(IEnumerable<Period?> published)
        {
            var last = published.Max();
            return last?.Last
                ?? register.Meetings.Where(meeting => request.Committee is null || meeting.Committee == request.Committee).Max(meeting => meeting.DataTo)
                ?? register.Indicators.SelectMany(ours => ours.Figures).Where(figure => figure.Observation.IsPresent).Select(figure => figure.Period.Last).DefaultIfEmpty(request.AsAt).Max();
        }

        private void Compare(PublishedRow row, IndicatorHistory ours, Period? written, DateOnly dataTo)
        {
            var frequency = ours.Indicator.Definition.Frequency;
            var reported = ReportedPeriod.Of(frequency, Period.Holding(Frequency.Year, dataTo), dataTo);
            var period = written is { } named ? RowPeriod.As(frequency, named) ?? Period.EndedBy(frequency, named.Last) : reported;
            if (request.Period is not null && period != reported)
            {
                otherPeriods++;
                return;
            }

            seen.Add(ours.Indicator.Ref);
            var comparison = new RowComparison(register.Council, row);
            foreach (var (role, at, cell) in row.Cells)
            {
                var own = at is { } headed && role is Role.Value or Role.Rating ? RowPeriod.As(frequency, at!.Value) ?? period : period;
                if (comparison.Compare(Ours(ours, own), role, cell) is { } compared)
                {
                    cells.Add(compared);
                }
            }
        }

        private DashboardIndicator Ours(IndicatorHistory ours, Period period)
        {
            if (!known.TryGetValue((ours.Indicator.Ref, period), out var rated))
            {
                known.Add((ours.Indicator.Ref, period), rated = DashboardIndicator.Of(ours, period, period.Last, request.AsAt));
            }

            return rated;
        }

        private void NotOurs(PublishedRow row, Period? period)
        {
            if (row.Cells.Any(cell => !cell.Cell.Content.IsBlank))
            {
                cells.Add(new ComparedCell(row.Table.Source, row.Number, row.Ref, row.Title, period, "indicator", row.Ref.Length > 0 ? row.Ref : row.Title, "",
                    Comparison.MissingInOurs, $"The register has no indicator {(row.Ref.Length > 0 ? row.Ref : "of that title")}."));
            }
        }

        private void NotPublished(DateOnly dataTo)
        {
            var dashboard = Dashboard.Of(register, request.Committee, dataTo, request.AsAt);
            foreach (var ours in dashboard.Indicators.Where(ours => !seen.Contains(ours.Indicator.Ref)))
            {
                cells.Add(new ComparedCell(tables[0].Source, null, ours.Indicator.Ref, ours.Indicator.Title, ours.Period, "indicator", "", ours.Indicator.Ref,
                    Comparison.MissingInPublished, "No published row is for this indicator."));
            }
        }
    }
}
