using System.Text;
using Outturn.App;
using Outturn.App.Registers;
using Outturn.Tests.Import;

namespace Outturn.Tests.Registers;

/// <summary>A small council as files, sound in every part, in which a test changes the one thing that it is about.</summary>
internal sealed class CouncilFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public CouncilFiles()
    {
        Write("council.json", """{ "name": "Testshire", "code": "T" }""");
        Write("posts.csv", "post,title,role", "head,Head of Finance,", "director,Director of Finance,director");
        Write("services.csv", "service,director,order", "Finance,director,1", "ICT,director,2");
        Write("committees.csv", "committee,short_name", "Resources Committee,Resources");
        Write("indicators.csv",
            "ref,title,kind,service,committees,unit,decimals,polarity,tolerance,frequency,roll_up,basis,since,owner,approver,replaced_by,rationale",
            "F1,Invoices paid on time,kpi,Finance,Resources,%,0,higher,,month,ratio,,,head,director,,Suppliers wait",
            "F2,Spending,kpi,Finance,Resources Committee,£,0,lower,,quarter,sum,,,head,director,,Money",
            "A1,Calls,activity,ICT,Resources,number,0,,,month,sum,,,head,director,,Volume");
        Write("targets.csv",
            "ref,year,from,to,target,floor,lower,upper,rationale",
            "F1,2019/20,,,95,90,,,Held",
            "F2,2019/20,,,1000,1200,,,Budget",
            "A1,2019/20,,,,,100,200,Usual");
        Write("observations.csv",
            "ref,period,value,numerator,denominator,basis,ytd_given,previous_given,accepted,note",
            "F1,Apr 2019,,190,200,,,,,",
            "F1,May 2019,[x],,,,,,,",
            "F2,Q1 2019/20,\"£1,100\",,,,,,,",
            "A1,Apr 2019,150 [p],,,,,,,");
    }

    public string Path => folder.Path("");

    public void Write(string name, params string[] lines)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(folder.Path(name))!);
        folder.Write(name, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
    }

    /// <summary>Puts lines behind those that a file has.</summary>
    public void Add(string name, params string[] lines) => Write(name, [File.ReadAllText(folder.Path(name)).TrimEnd(), .. lines]);

    public void Change(string name, string from, string to)
    {
        var text = File.ReadAllText(folder.Path(name));
        Assert.Contains(from, text, StringComparison.Ordinal);
        Write(name, text.Replace(from, to, StringComparison.Ordinal).TrimEnd());
    }

    public void Delete(string name) => File.Delete(folder.Path(name));

    public FolderResult.Read Read() => CouncilFolder.Read(Path) switch
    {
        FolderResult.Read read => read,
        FolderResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Defects)),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    /// <summary>The errors for which it is refused, as they are printed.</summary>
    public string[] Errors() =>
        [.. Assert.IsType<FolderResult.Refused>(CouncilFolder.Read(Path)).Defects.Where(defect => defect.Severity == Severity.Error).Select(defect => defect.ToString())];

    public string[] Warnings() => [.. Read().Warnings.Select(defect => defect.ToString())];

    public void Dispose() => folder.Dispose();
}
