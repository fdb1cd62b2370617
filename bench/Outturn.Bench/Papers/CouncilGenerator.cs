using System.Globalization;

namespace Outturn.Bench.Papers;

/// <summary>Writes the folder of a made-up council of the size of a county: 8 committees, 150 KPIs, 100 activity indicators, 60 months to March 2020.</summary>
/// <remarks>The seed is fixed: every machine measures the same council.</remarks>
internal sealed class CouncilGenerator(string folder)
{
    public const int Committees = 8;
    public const int Kpis = 150;
    public const int Activities = 100;

    private const int Services = 24;
    private const int FirstYear = 2015;
    private const int LastYear = 2019;

    private static readonly string[] MonthNames = ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"];

    private readonly Random random = new(20200329);

    public static void Write(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);
        new CouncilGenerator(folder).Write();
    }

    private void Write()
    {
        File.WriteAllText(Path.Combine(folder, "council.json"), """
            { "name": "Benchshire County Council", "code": "BENCH", "notice": "Benchshire is made up to measure speed." }
            """);
        Table("posts.csv", "post,title,role", [.. Enumerable.Range(1, Services).Select(i => $"director-{i},Director of Service {i},director"), "author,Chief Analyst,author"]);
        Table("services.csv", "service,directorate,director,order", Enumerable.Range(1, Services).Select(i => $"Service {i},Directorate {Committee(i)},director-{i},{i}"));
        Table("committees.csv", "committee,short_name,reports", Enumerable.Range(1, Committees).Select(i => $"Cabinet Committee {i},Committee {i},dashboard"));
        Table("meetings.csv", "committee,date,year,ordinal,data_to,reviewed_on", Enumerable.Range(1, Committees).SelectMany(i => new[]
        {
            $"Cabinet Committee {i},15/01/2020,2019/20,second,30/11/2019,15/05/2019",
            $"Cabinet Committee {i},29/07/2020,2019/20,third and final,31/03/2020,15/05/2019",
        }));
        var indicators = Enumerable.Range(0, Kpis + Activities).Select(Indicator).ToList();
        Table("indicators.csv", "ref,title,kind,service,committees,unit,decimals,polarity,frequency,roll_up,lag_days,rationale", indicators.Select(indicator => indicator.Row));
        Table("targets.csv", "ref,year,target,floor,lower,upper,rationale", indicators.SelectMany(Targets));
        Table("observations.csv", "ref,period,value,numerator,denominator", indicators.SelectMany(Figures));
        Table("commentary.csv", "ref,period,context,cause,action,owner,due,recovery", indicators.Where(indicator => indicator.IsKpi).Select(indicator =>
            $"{indicator.Ref},{indicator.LastPeriod},The figure moved within what was expected for the season.,Two posts stood vacant for a part of the year.,Both are filled and the backlog goes down.,director-1,30/09/2020,Sep 2020"));
        Table("proposals.csv", "ref,year,decision,target,floor,lower,upper,rationale", indicators.Select(indicator =>
            $"{indicator.Ref},2020/21,keep,{(indicator.IsKpi ? "91,85,," : ",,300,700")},Kept: one more year will show whether the level is right."));
    }

    private static int Committee(int service) => ((service - 1) % Committees) + 1;

    private static Made Indicator(int i)
    {
        var (isKpi, service, frequency) = (i < Kpis, (i % Services) + 1, i % 20 == 7 ? "year" : i % 5 == 3 ? "quarter" : "month");
        var reference = $"{(isKpi ? "K" : "A")}{i:D3}";
        var row = isKpi
            ? $"{reference},Requests of kind {i} answered within the time that was set,kpi,Service {service},Cabinet Committee {Committee(service)},%,0,higher,{frequency},ratio,20,Shows how long people wait."
            : $"{reference},Requests of kind {i} received,activity,Service {service},Cabinet Committee {Committee(service)},number,0,,{frequency},sum,20,Shows how much there is to do.";
        return new Made(reference, isKpi, frequency, row);
    }

    private static IEnumerable<string> Targets(Made indicator) => Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        .Select(year => $"{indicator.Ref},{YearText(year)},{(indicator.IsKpi ? "90,85,," : ",,300,700")},The level of the year before.");

    private IEnumerable<string> Figures(Made indicator) =>
        from year in Enumerable.Range(FirstYear, LastYear - FirstYear + 1)
        from period in Periods(indicator.Frequency, year)
        let whole = random.Next(200, 800)
        select indicator.IsKpi
            ? string.Create(CultureInfo.InvariantCulture, $"{indicator.Ref},{period},,{whole * random.Next(830, 990) / 1000},{whole}")
            : $"{indicator.Ref},{period},{whole},,";

    private static IEnumerable<string> Periods(string frequency, int year) => frequency switch
    {
        "month" => MonthNames.Select((name, i) => $"{name} {(i < 9 ? year : year + 1)}"),
        "quarter" => Enumerable.Range(1, 4).Select(quarter => $"Q{quarter} {YearText(year)}"),
        _ => [YearText(year)],
    };

    private static string YearText(int year) => $"{year}/{(year + 1) % 100:D2}";

    private void Table(string name, string header, IEnumerable<string> rows) => File.WriteAllLines(Path.Combine(folder, name), rows.Prepend(header));

    private sealed record Made(string Ref, bool IsKpi, string Frequency, string Row)
    {
        public string LastPeriod => Periods(Frequency, LastYear).Last();
    }
}
