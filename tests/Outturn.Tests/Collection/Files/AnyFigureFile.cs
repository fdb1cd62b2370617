using System.Globalization;
using System.Text;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Tests.Import;

namespace Outturn.Tests.Collection.Files;

/// <summary>A file of figures as a council might send it, made by chance from a seed, and the figures that are in it.</summary>
internal sealed class AnyFigureFile
{
    private readonly Random random;
    private readonly List<string[]> rows = [];
    private readonly Dictionary<(string Ref, Period Period), Observation> figures = [];

    private AnyFigureFile(int seed) => random = new Random(seed);

    public IReadOnlyDictionary<(string Ref, Period Period), Observation> Figures => figures;

    public required string Name { get; init; }

    public byte[] Bytes { get; private set; } = [];

    /// <summary>Rows with anything in them.</summary>
    public int Rows => rows.Count(row => row.Any(cell => cell.Trim().Length > 0));

    public static AnyFigureFile Of(int seed, IReadOnlyList<Indicator> indicators)
    {
        var random = new Random(seed);
        var (isLong, isWorkbook) = (random.Next(2) == 0, random.Next(2) == 0);
        var file = new AnyFigureFile(seed) { Name = isWorkbook ? "figures.xlsx" : "figures.csv" };
        if (isLong)
        {
            file.Long(indicators);
        }
        else
        {
            var frequency = random.Next(2) == 0 ? Frequency.Month : Frequency.Quarter;
            file.Wide([.. indicators.Where(indicator => indicator.Definition.Frequency == frequency)]);
        }

        file.Bytes = isWorkbook ? file.Workbook() : file.Csv();
        return file;
    }

    private bool Maybe(double chance) => random.NextDouble() < chance;

    private void Long(IReadOnlyList<Indicator> indicators)
    {
        string[] header = ["ref", "period", "value", "numerator", "denominator", "note"];
        var order = header.OrderBy(_ => random.Next()).ToArray();
        rows.Add(order);
        for (var i = random.Next(1, 40); i > 0; i--)
        {
            var indicator = indicators[random.Next(indicators.Count)];
            var period = PeriodOf(indicator);
            if (figures.ContainsKey((indicator.Ref, period)))
            {
                continue;
            }

            var cells = header.ToDictionary(name => name, _ => "");
            (cells["ref"], cells["period"]) = (Maybe(0.2) ? $" {indicator.Ref.ToLowerInvariant()} " : indicator.Ref, Text(period));
            if (Maybe(0.4))
            {
                var (denominator, share) = (random.Next(1, 10_000), random.NextDouble());
                var numerator = (int)(denominator * share);
                (cells["numerator"], cells["denominator"]) = (Number(numerator), Number(denominator));
                figures[(indicator.Ref, period)] = new Observation(null, new Counts(numerator, denominator));
            }
            else
            {
                cells["value"] = Value(indicator, period);
            }

            cells["note"] = Maybe(0.2) ? "said, \"so\";\nand so" : "";
            rows.Add([.. order.Select(name => cells[name])]);
            if (Maybe(0.1))
            {
                rows.Add([.. order.Select(_ => "")]);
            }
        }
    }

    private void Wide(IReadOnlyList<Indicator> indicators)
    {
        if (indicators.Count == 0)
        {
            rows.Add(["ref", "period", "value"]);
            return;
        }

        Period first = PeriodOf(indicators[0]);
        Period[] periods = [.. Enumerable.Range(0, random.Next(2, 6)).Select(i => first with { Ordinal = first.Ordinal + i })];
        if (Maybe(0.5))
        {
            rows.Add(["Performance figures, as sent"]);
            rows.Add([""]);
        }

        rows.Add(["Ref", "Indicator", .. periods.Select(period => period.ToString())]);
        foreach (var indicator in indicators)
        {
            rows.Add([indicator.Ref, indicator.Title, .. periods.Select(period => Maybe(0.15) ? "" : Value(indicator, period))]);
        }

        if (Maybe(0.5))
        {
            rows.Add([""]);
            rows.Add(["Note: figures of the last period are early."]);
        }
    }

    private string Value(Indicator indicator, Period period)
    {
        if (Maybe(0.05))
        {
            figures[(indicator.Ref, period)] = new Observation(null, null, Marker.NotAvailable);
            return "[x]";
        }

        var value = Math.Round((decimal)random.NextDouble() * 90m, random.Next(3), MidpointRounding.AwayFromZero) + 5m;
        var marker = Maybe(0.05) ? Marker.Provisional : Marker.None;
        figures[(indicator.Ref, period)] = new Observation(value, null, marker);
        return (indicator.Definition.Unit.IsPercentage && Maybe(0.3) ? $"{Number(value)}%" : Number(value)) + (marker == Marker.None ? "" : " [p]");
    }

    /// <summary>With thousands separators now and then, as text numbers have them.</summary>
    private string Number(decimal value) => Maybe(0.3) ? value.ToString("#,0.##", CultureInfo.InvariantCulture) : value.ToString(CultureInfo.InvariantCulture);

    private Period PeriodOf(Indicator indicator)
    {
        var day = new DateOnly(2000 + random.Next(19), random.Next(1, 13), 1);
        return Period.Holding(indicator.Definition.Frequency, day);
    }

    private string Text(Period period) => period.Frequency == Frequency.Month && Maybe(0.5) ? period.First.ToString(Maybe(0.5) ? "yyyy-MM" : "MMMM yyyy", CultureInfo.InvariantCulture) : period.ToString();

    private byte[] Csv()
    {
        var separator = rows.Any(row => row.Any(cell => cell.Contains(','))) || Maybe(0.5) ? ';' : ',';
        var line = Maybe(0.5) ? "\r\n" : "\n";
        var text = string.Join(line, rows.Select(row => string.Join(separator, row.Select(cell => cell.AsSpan().IndexOfAny(separator, '"', '\n') >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell)))) + (Maybe(0.5) ? line : "");
        return Encoding.UTF8.GetBytes((Maybe(0.3) ? "\uFEFF" : "") + text);
    }

    private byte[] Workbook()
    {
        var xml = new StringBuilder();
        for (var row = 0; row < rows.Count; row++)
        {
            xml.Append($"<row r=\"{row + 1}\">");
            for (var column = 0; column < rows[row].Length; column++)
            {
                var (cell, address) = (rows[row][column], $"{(char)('A' + column)}{row + 1}");
                xml.Append(cell.Length == 0 ? ""
                    : decimal.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && Maybe(0.8) ? $"<c r=\"{address}\"><v>{number.ToString(CultureInfo.InvariantCulture)}</v></c>"
                    : RawOffice.Text(address, cell));
            }

            xml.Append("</row>");
        }

        return RawOffice.Workbook(xml.ToString());
    }
}
