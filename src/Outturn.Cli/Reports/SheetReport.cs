using System.CommandLine;
using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Reports;
using Outturn.Reports.Papers;

namespace Outturn.Cli.Reports;

/// <summary>A rated dashboard from an analyst's own sheet: says how each column was read and what was assumed.</summary>
internal static class SheetReport
{
    public static async Task<int> RunAsync(ReportRequest request, InvocationConfiguration streams, CancellationToken cancel)
    {
        switch (Sources.ReadAsItStands(request.Source))
        {
            case ReadResult.Refused refused:
                Screen.Print(refused.Defects, streams);
                return ExitCode.Refused;
            case ReadResult.Read read:
                Screen.Print(read.Warnings, streams);
                var options = new SheetOptions
                {
                    Council = request.Council,
                    Polarity = request.Polarity,
                    Tolerance = request.Tolerance,
                    Year = request.Period is { } asked ? PeriodText.ReadAny(asked)?.FinancialYear : null,
                };
                return await FromSheetAsync(SheetReader.Read(read.Tables, options), request, streams, cancel);
            default:
                throw new InvalidOperationException("A file is read or refused.");
        }
    }

    private static async Task<int> FromSheetAsync(SheetResult result, ReportRequest request, InvocationConfiguration streams, CancellationToken cancel)
    {
        switch (result)
        {
            case SheetResult.Refused refused:
                Screen.Print(refused.Defects, streams);
                return ExitCode.Refused;
            case SheetResult.Read sheet:
                PrintReading(sheet, streams.Output);
                Screen.Print(sheet.Warnings, streams);
                var (found, refusal) = Reported(sheet, request.Period);
                if (found is not { } period)
                {
                    streams.Error.WriteLine($"outturn: {refusal}");
                    return ExitCode.Refused;
                }

                return await Report.WriteAsync([Paper(sheet.Register, period, request)], request, null, streams, cancel);
            default:
                throw new InvalidOperationException("A sheet is read or refused.");
        }
    }

    /// <summary>What the paper is on: the last period with a figure, within the year or the part of it that was asked for.</summary>
    private static (Period? Period, string? Refusal) Reported(SheetResult.Read sheet, string? text)
    {
        if (sheet.LastPeriod is not { } last)
        {
            return (null, "the sheet has no figures.");
        }

        if (text is null)
        {
            return (last, null);
        }

        if (PeriodText.ReadAny(text) is not { } asked)
        {
            return (null, $"\"{text}\" is not a period, or could be several: write it like 2019/20, \"Q2 2019/20\" or \"Mar 2020\".");
        }

        var within = sheet.Register.Indicators.SelectMany(indicator => indicator.Figures)
            .Where(figure => figure.Observation.IsPresent && figure.Period.First >= asked.First && figure.Period.Last <= asked.Last)
            .Select(figure => (Period?)figure.Period).MaxBy(period => period!.Value.Last);
        return within is null ? (null, $"the sheet has no figure for {asked}: its last is for {last}.") : (within, null);
    }

    private static RatedPaper Paper(Register register, Period period, ReportRequest request)
    {
        var dashboard = Dashboard.Of(register, null, period.Last, period.Last);
        return new RatedPaper(PaperName.OfSheet(request.Source, period.ToString()), DashboardPaper.Of(dashboard), dashboard);
    }

    private static void PrintReading(SheetResult.Read sheet, TextWriter output)
    {
        foreach (var source in sheet.Readings.GroupBy(reading => reading.Source))
        {
            output.WriteLine($"How {source.Key} was read:");
            var width = source.Max(reading => Math.Min(reading.Header.Length, 32));
            foreach (var reading in source)
            {
                var header = reading.Header.Length > 32 ? reading.Header[..31] + "…" : reading.Header;
                output.WriteLine($"  {reading.Letter,-3} {header.PadRight(width)}  {reading.Reading}{(reading.Example.Length > 0 ? $" (such as {reading.Example})" : "")}");
            }

            output.WriteLine();
        }

        if (sheet.Assumptions.Count > 0)
        {
            output.WriteLine("What was assumed:");
            foreach (var assumption in sheet.Assumptions)
            {
                output.WriteLine($"  {assumption}");
            }

            output.WriteLine();
        }
    }
}
