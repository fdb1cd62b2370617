using System.Globalization;
using System.Text;

namespace Outturn.Bench.Rate;

/// <summary>Figures of a made-up country of councils, the same on every machine: all frequencies, roll-ups and markers, in random order.</summary>
internal static class FigureGenerator
{
    private const int FirstYear = 2015;
    private const int MonthsEach = 60;
    private const string Header = "ref,indicator,kind,unit,decimals,polarity,tolerance,frequency,roll_up,period,value,numerator,denominator,target,floor,lower,upper";

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    private static readonly string[] Alone = ["", "[x]", "[z]", "[c]"];

    public static void Write(string path, int rows)
    {
        var random = new Random(20200729);
        var lines = new List<string>(rows + MonthsEach);
        for (var series = 0; lines.Count < rows; series++)
        {
            AddSeries(lines, series, random);
        }

        lines.RemoveRange(rows, lines.Count - rows);
        var shuffled = lines.ToArray();
        random.Shuffle(shuffled);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        file.WriteLine(Header);
        foreach (var line in shuffled)
        {
            file.WriteLine(line);
        }
    }

    private static void AddSeries(List<string> lines, int series, Random random)
    {
        var reference = $"C{series / 50:D4}-{series % 50:D2}";
        switch (series % 10)
        {
            case 0 or 1 or 2 or 3:
                var level = 80 + (series % 15);
                Add(lines, reference, "Requests answered within 20 working days", "kpi,%,1,higher,,month,ratio", 1, random,
                    () => Share(random, level), $"{level},{level - 5},,");
                break;
            case 4:
                Add(lines, reference, "Average days to process a claim", "kpi,days,1,lower,,month,mean", 1, random,
                    () => Typed(random, 5, 30, 1), "18,22,,");
                break;
            case 5:
                Add(lines, reference, "\"Income, all sources\"", "kpi,£,0,higher,,month,sum", 1, random,
                    () => Typed(random, 10_000, 90_000, 2), "50000,42000,,");
                break;
            case 6:
                Add(lines, reference, "\"Complaints per 1,000 residents\"", "kpi,\"per 1,000\",2,lower,,quarter,ratio", 3, random,
                    () => $",{random.Next(5, 60)},{random.Next(9_000, 11_000)}", "3,4.5,,");
                break;
            case 7:
                Add(lines, reference, "Household waste recycled", "kpi,%,1,higher,,month,rolling12", 1, random,
                    () => Share(random, 46), "45,40,,");
                break;
            case 8:
                Add(lines, reference, "Spend against profile", "kpi,%,1,closest,2,month,latest", 1, random,
                    () => Typed(random, 88, 112, 1), "100,90,,");
                break;
            default:
                Add(lines, reference, "Calls received", "activity,number,0,,,month,sum", 1, random,
                    () => Typed(random, 300, 900, 0), ",,400,800");
                break;
        }
    }

    private static void Add(List<string> lines, string reference, string title, string definition, int step, Random random, Func<string> figure, string levels)
    {
        for (var month = 0; month < MonthsEach; month += step)
        {
            var (year, place) = (FirstYear + ((month + 3) / 12), (month + 3) % 12);
            var start = FirstYear + (month / 12);
            var period = step == 1
                ? $"{Months[place]} {year}"
                : $"Q{(month % 12 / 3) + 1} {start}/{(start + 1) % 100:D2}";
            var written = random.Next(40) == 0 ? $"{Alone[random.Next(Alone.Length)]},," : figure();
            lines.Add($"{reference},{title},{definition},{period},{written},{levels}");
        }
    }

    /// <summary>Counts whose ratio lies around a percentage.</summary>
    private static string Share(Random random, int around)
    {
        var denominator = random.Next(50, 900);
        return $",{Math.Min(denominator, denominator * (around + random.Next(-8, 9)) / 100)},{denominator}";
    }

    private static string Typed(Random random, int from, int to, int decimals)
    {
        var value = (decimal)random.Next(from * 100, to * 100) / 100m;
        var marker = random.Next(50) == 0 ? " [p]" : "";
        return $"{value.ToString("F" + decimals, CultureInfo.InvariantCulture)}{marker},,";
    }
}
