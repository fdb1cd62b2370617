using System.Globalization;
using System.Text;

namespace Outturn.Bench.Stores;

/// <summary>A made-up council with very many indicators, and a file of a million figures of theirs. The seed is fixed.</summary>
internal static class FiguresGenerator
{
    public const int Rows = Indicators * MonthsEach;

    private const int Indicators = 5000;
    private const int MonthsEach = 200;
    private const int FirstYear = 2003;

    public static void WriteCouncil(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "council.json"), """{ "name": "Benchshire County Council", "code": "BENCH", "notice": "Benchshire is made up to measure speed." }""");
        File.WriteAllText(Path.Combine(folder, "observations.csv"), "ref,period,value\n");
        File.WriteAllLines(Path.Combine(folder, "indicators.csv"), Enumerable.Range(0, Indicators)
            .Select(i => $"{Ref(i)},Requests of kind {i} answered in time,kpi,Service {i % 24},Committee {i % 8},{(IsShare(i) ? "%" : "number")},1,higher,month,{(IsShare(i) ? "ratio" : "sum")}")
            .Prepend("ref,title,kind,service,committees,unit,decimals,polarity,frequency,roll_up"));
    }

    public static void WriteFigures(string path)
    {
        var random = new Random(20_201_127);
        using var file = new StreamWriter(path, append: false, new UTF8Encoding(false)) { NewLine = "\n" };
        file.WriteLine("ref,period,value,numerator,denominator");
        for (var month = 0; month < MonthsEach; month++)
        {
            var period = string.Create(CultureInfo.InvariantCulture, $"{FirstYear + ((month + 3) / 12):0000}-{((month + 3) % 12) + 1:00}");
            for (var i = 0; i < Indicators; i++)
            {
                var bottom = random.Next(400, 600);
                file.WriteLine(IsShare(i) ? $"{Ref(i)},{period},,{bottom - random.Next(1, 60)},{bottom}" : $"{Ref(i)},{period},{random.Next(900, 1100)}.{random.Next(10)},,");
            }
        }
    }

    private static bool IsShare(int i) => i % 5 < 2;

    private static string Ref(int i) => $"B{i:D4}";
}
