using Outturn.App.Registers;

namespace Outturn.Tests.Registers;

/// <summary>A small council in which there is nothing to find, until a test changes it.</summary>
internal sealed class CheckedCouncil : IDisposable
{
    public CheckedCouncil()
    {
        Files.Write("posts.csv", "post,title,role", "head,Head of Finance,author", "director,Director of Finance,corporate director");
        Files.Write("meetings.csv", "committee,date,year,data_to", "Resources,17/07/2019,2019/20,30/06/2019");
        Files.Write("indicators.csv",
            "ref,title,kind,service,committees,unit,decimals,polarity,frequency,roll_up,basis,since,until,break_from,replaced_by,definition,numerator,denominator,owner,approver",
            "F1,Invoices paid within 30 days,kpi,Finance,Resources,%,0,higher,month,ratio,,,,,,Paid within 30 days of receipt,In time,Invoices paid,head,director",
            "F2,Spending,kpi,Finance,Resources,£,0,lower,quarter,sum,,,,,,,,,head,director",
            "A1,Calls,activity,ICT,Resources,number,0,,month,sum,,,,,,,,,head,director");
        Files.Write("targets.csv", "ref,year,target,floor,lower,upper,rationale", "F1,2019/20,95,90,,,Held", "F2,2019/20,1000,1200,,,Budget", "A1,2019/20,,,100,200,Usual");
        Files.Write("observations.csv", "ref,period,value,numerator,denominator,previous_given,note",
            "F1,Apr 2019,,190,200,,", "F1,May 2019,,193,200,,", "F1,Jun 2019,,191,200,,",
            "F2,Q1 2019/20,900,,,,",
            "A1,Apr 2019,150,,,,", "A1,May 2019,160,,,,", "A1,Jun 2019,155,,,,");
    }

    public CouncilFiles Files { get; } = new();

    public string[] Findings() => FindingsOf(Files.Path);

    public string Only() => Assert.Single(Findings());

    public static string[] FindingsOf(string folder)
    {
        var read = CouncilFolder.Read(folder) switch
        {
            FolderResult.Read sound => sound,
            FolderResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Defects)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
        return [.. RegisterChecks.Run(read.Register, read.Rows).Select(defect => $"{defect.Severity}: {defect}")];
    }

    public void Dispose() => Files.Dispose();

    /// <summary>Months from April 2019 in place of the indicator's own.</summary>
    public void Months(string reference, params int[] values)
    {
        string[] months = ["Apr 2019", "May 2019", "Jun 2019", "Jul 2019", "Aug 2019", "Sep 2019", "Oct 2019", "Nov 2019", "Dec 2019"];
        Replace(reference, months.Zip(values));
    }

    /// <summary>Quarters from April 2018 in place of the indicator's own.</summary>
    public void Quarters(string reference, params int[] values) =>
        Replace(reference, new[] { "2018/19", "2019/20" }.SelectMany(year => Enumerable.Range(1, 4).Select(quarter => $"Q{quarter} {year}")).Zip(values));

    private void Replace(string reference, IEnumerable<(string Period, int Value)> figures)
    {
        foreach (var line in File.ReadLines(Path.Combine(Files.Path, "observations.csv")).Where(line => line.StartsWith(reference, StringComparison.Ordinal)).ToList())
        {
            Files.Change("observations.csv", line + "\n", "");
        }

        Files.Add("observations.csv", [.. figures.Select(figure => $"{reference},{figure.Period},{figure.Value},,,,")]);
    }
}
