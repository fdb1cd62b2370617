using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;

namespace Outturn.App.Registers;

/// <summary>Reads a council's register and figures from a folder of files, all or nothing, and names every defect of every file at once.</summary>
public static class CouncilFolder
{
    private static readonly string[] Needed = [CouncilJson.FileName, IndicatorsFile.Shape.File, ObservationsFile.Shape.File];

    /// <summary>The tables of a folder, in the order in which one fills them in.</summary>
    public static IReadOnlyList<TableShape> Tables { get; } =
    [
        PostsFile.Shape, ServicesFile.Shape, CommitteesFile.Shape, MeetingsFile.Shape, ReportsFile.Shape, IndicatorsFile.Shape, TargetsFile.Shape,
        ObservationsFile.Shape, CommentaryFile.Shape, ProposalsFile.Shape, CaseDaysFile.Shape, MappingFile.Shape, NeighboursFile.Shape, SignaturesFile.Shape, BlocksFile.Shape,
    ];

    public static FolderResult Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return Refuse(folder, File.Exists(folder)
                ? "This is a file, not the folder of a council."
                : $"There is no folder {folder}: outturn new {folder} writes one with every file explained.");
        }

        try
        {
            var files = new FolderFiles(folder);
            return IsCouncil(files)
                ? Read(files)
                : Refuse(folder, $"This folder holds no council: {string.Join(", ", Needed[..^1])} and {Needed[^1]} are missing. "
                    + "outturn new FOLDER writes a folder with every file explained.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Refuse(folder, $"The folder cannot be looked into: {e.Message}");
        }
    }

    /// <summary>Whether a folder holds a council, sound or not.</summary>
    internal static bool IsCouncil(FolderFiles files) => Needed.Any(files.Has);

    private static FolderResult Read(FolderFiles files)
    {
        var (defects, rows) = (new List<Defect>(), new SourceRows());
        var council = CouncilJson.Read(files, defects, out var house);
        var posts = PostsFile.Read(files, rows, defects);
        var services = ServicesFile.Read(files, posts, rows, defects);
        var committees = CommitteesFile.Read(files, rows, defects);
        var meetings = MeetingsFile.Read(files, committees, rows, defects);
        var reports = ReportsFile.Read(files, committees, rows, defects);
        var names = new IndicatorNames(posts, services, committees, reports);
        var entries = IndicatorsFile.Read(files, names, rows, defects);
        TargetsFile.Read(files, entries, council?.Tolerance, rows, defects);
        ObservationsFile.Read(files, entries, rows, defects);
        CommentaryFile.Read(files, entries, posts, rows, defects);
        var proposed = ProposalsFile.Read(files, entries, names, council?.Tolerance, rows, defects);
        CaseDaysFile.Read(files, entries, rows, defects);
        var links = MappingFile.Read(files, entries, rows, defects);
        var groups = NeighboursFile.Read(files, council?.Code, rows, defects);
        house = house with { Signatures = SignaturesFile.Read(files, posts, committees, reports, rows, defects), Blocks = BlocksFile.Read(files, committees, reports, rows, defects) };
        var texts = TextsFolder.Read(files, services.All, committees.All, house.Blocks, defects);
        if (posts is { Unlisted: not null, All.Count: > 0 })
        {
            defects.Add(Defect.Warning(PostsFile.Shape.File,
                $"There is no such file, so the posts that others name are printed as they stand there, without telephone or e-mail: {string.Join(", ", posts.All.Select(post => post.Id))}."));
        }

        if (council is null || defects.Exists(IsError))
        {
            return Refuse(defects);
        }

        var histories = Histories(entries, rows, defects);
        if (defects.Exists(IsError))
        {
            return Refuse(defects);
        }

        var register = new Register(
            council,
            posts.All,
            [.. services.All.OrderBy(service => service.Order)],
            committees.All,
            meetings,
            histories,
            texts)
        {
            Reports = [.. reports.All.OrderBy(report => report.Order)],
            Proposed = [.. proposed.Select(entry => entry.History())],
            Links = links,
            House = house,
            Groups = groups,
        };
        return new FolderResult.Read(register, rows, defects) { Template = council.Template is { } template ? File.ReadAllBytes(files.PathOf(template)) : null };
    }

    /// <summary>What is known of every indicator, the figures of worked-out ones included.</summary>
    private static IReadOnlyList<IndicatorHistory> Histories(Listed<RegisterEntry> entries, SourceRows rows, List<Defect> defects)
    {
        var workedOut = WorkedOut.Of([.. entries.All.Select(entry => entry.History())]);
        defects.AddRange(workedOut.Refused.Select(refused => rows.Defect(Severity.Error, refused.Indicator, "formula", refused.Reason)));
        foreach (var history in workedOut.Histories.Where(history => history.Indicator.Formula is not null))
        {
            rows.AddWorkedOut(history);
        }

        return workedOut.Histories;
    }

    private static bool IsError(Defect defect) => defect.Severity == Severity.Error;

    private static FolderResult.Refused Refuse(List<Defect> defects) => new([.. defects.OrderBy(defect => defect.Severity)]);

    private static FolderResult.Refused Refuse(string folder, string reason) => new([Defect.Error(folder, reason)]);
}
