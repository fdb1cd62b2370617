using System.Reflection;

namespace Outturn.Tests.Architecture;

/// <summary>The walls between the rooms (docs/design.md): who may reference whom, by what the projects say and by what was compiled.</summary>
public sealed class WallTests
{
    /// <summary>The projects that each may name; a new project needs a line here, and so a decision.</summary>
    private static readonly Dictionary<string, string[]> May = new()
    {
        ["Outturn.Core"] = [],
        ["Outturn.App"] = ["Outturn.Core"],
        ["Outturn.Reports"] = ["Outturn.Core"],
        ["Outturn.Web"] = ["Outturn.App", "Outturn.Core", "Outturn.Reports"],
        ["Outturn.Public"] = ["Outturn.Core", "Outturn.Reports"],
        ["Outturn.Cli"] = ["Outturn.App", "Outturn.Core", "Outturn.Public", "Outturn.Reports", "Outturn.Web"],
    };

    private static readonly string[] Databases =
        ["Microsoft.Data", "Microsoft.EntityFrameworkCore", "Npgsql", "SQLitePCLRaw", "System.Data", "Dapper", "MySql", "Oracle", "MongoDB"];

    private static readonly Assembly Core = typeof(Outturn.Core.Periods.Period).Assembly;
    private static readonly Assembly App = typeof(Outturn.App.Defect).Assembly;
    private static readonly Assembly Reports = typeof(Outturn.Reports.Document).Assembly;
    private static readonly Assembly Public = typeof(Outturn.Public.PublicHost).Assembly;

    public static TheoryData<string> Projects => [.. SourceTree.Projects];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_the_rooms_it_may(string project)
    {
        Assert.True(May.ContainsKey(project), $"{project} is new: say in WallTests what it may reference, and in docs/design.md why it is a project.");
        Assert.Empty(SourceTree.ProjectReferences(project).Except(May[project]));
    }

    [Fact]
    public void Core_restores_nothing_but_MathNet_beside_the_analyser_of_the_build()
    {
        Assert.Equal(["MathNet.Numerics"], SourceTree.PackageReferences("Outturn.Core"));
        Assert.Equal(
            ["MathNet.Numerics", "Microsoft.CodeAnalysis.BannedApiAnalyzers"],
            SourceTree.RestoredPackages("Outturn.Core").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Core_is_compiled_against_nothing_but_the_base_library_and_MathNet() =>
        Assert.DoesNotContain(NamesIn(Core), name => name != "MathNet.Numerics" && !IsBaseLibrary(name));

    [Fact]
    public void Core_touches_no_network_no_file_no_process_and_no_console()
    {
        string[] outside = ["System.Net", "System.IO", "System.Data", "System.Console", "System.Diagnostics.Process", "System.Security", "Microsoft.Win32"];
        Assert.DoesNotContain(NamesIn(Core), name => outside.Any(start => IsOf(name, start)));
    }

    [Fact]
    public void Reports_reaches_neither_App_nor_a_database_by_any_way()
    {
        Assert.DoesNotContain("Outturn.App", Reached(Reports));
        Assert.DoesNotContain(Reached(Reports), IsDatabase);
        Assert.DoesNotContain(SourceTree.RestoredPackages("Outturn.Reports"), IsDatabase);
        Assert.DoesNotContain(NamesIn(Reports), IsDatabase);
    }

    [Fact]
    public void App_does_not_reach_Reports_by_any_way() => Assert.DoesNotContain("Outturn.Reports", Reached(App));

    /// <summary>A leak of a draft would not compile: nothing of the council's own store is in reach, nor what could open it but SQLite.</summary>
    [Fact]
    public void Public_reaches_neither_App_nor_Web_nor_an_engine_but_SQLite_by_any_way()
    {
        string[] mustNot = ["Outturn.App", "Outturn.Web", "Outturn.Cli", "Npgsql", "Microsoft.EntityFrameworkCore"];
        Assert.DoesNotContain(Reached(Public), name => mustNot.Any(start => IsOf(name, start)));
        Assert.DoesNotContain(SourceTree.RestoredPackages("Outturn.Public"), name => mustNot.Any(start => IsOf(name, start)));
        Assert.Contains("Microsoft.Data.Sqlite", Reached(Public));
    }

    [Fact]
    public void What_a_wall_is_looked_for_with_finds_what_is_there()
    {
        Assert.Contains("Outturn.Core", Reached(Reports));
        Assert.Contains("MathNet.Numerics", Reached(App));
        Assert.Contains("DocumentFormat.OpenXml", SourceTree.RestoredPackages("Outturn.Reports"));
        Assert.Equal(["Outturn.Core"], SourceTree.ProjectReferences("Outturn.App"));
    }

    private static bool IsDatabase(string name) => Databases.Any(start => IsOf(name, start));

    private static bool IsOf(string name, string start) =>
        name.Equals(start, StringComparison.OrdinalIgnoreCase) || name.StartsWith(start + ".", StringComparison.OrdinalIgnoreCase);

    private static bool IsBaseLibrary(string name) => name is "mscorlib" or "netstandard" || IsOf(name, "System");

    private static List<string> NamesIn(Assembly assembly) => [.. assembly.GetReferencedAssemblies().Select(name => name.Name!)];

    /// <summary>Everything an assembly can get at outside the base library, by any number of steps.</summary>
    private static HashSet<string> Reached(Assembly from)
    {
        var reached = new HashSet<string>();
        var open = new Stack<Assembly>([from]);
        while (open.TryPop(out var assembly))
        {
            foreach (var name in assembly.GetReferencedAssemblies().Where(name => !IsBaseLibrary(name.Name!) && reached.Add(name.Name!)))
            {
                open.Push(Assembly.Load(name));
            }
        }

        return reached;
    }
}
