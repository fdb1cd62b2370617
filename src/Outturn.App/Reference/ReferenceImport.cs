using Microsoft.Data.Sqlite;
using Outturn.App.Stores;

namespace Outturn.App.Reference;

/// <param name="Profiles">Beside those that the program brings; they come first.</param>
/// <param name="Date">The date of what names none itself.</param>
/// <param name="Again">Takes files once more that are there already: lists of areas may have changed since.</param>
public sealed record ReferenceImportChoices(IReadOnlyList<Profile> Profiles, DateOnly? Date = null, bool Again = false);

/// <summary>Takes files into the reference store, each whole in one transaction or not at all; the same file is not taken twice.</summary>
public sealed class ReferenceImport
{
    private readonly SqliteConnection connection;
    private readonly ReferenceImportChoices choices;
    private readonly TimeProvider clock;
    private readonly IReadOnlyList<Profile> profiles;

    private ReferenceImport(SqliteConnection connection, ReferenceImportChoices choices, TimeProvider clock)
    {
        (this.connection, this.choices, this.clock) = (connection, choices, clock);
        profiles = [.. choices.Profiles, .. Profiles.Own];
    }

    /// <param name="store">Made where it is not there yet.</param>
    /// <param name="path">A file, or a folder with everything in it that is a table.</param>
    /// <param name="done">Told of each file as it is done.</param>
    public static async Task<ReferenceImportResult> RunAsync(string store, string path, ReferenceImportChoices choices, TimeProvider clock, Action<FileReport>? done, CancellationToken cancel)
    {
        string[] files = Directory.Exists(path)
            ? [.. Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Where(OpenedFile.IsTable).Order(StringComparer.Ordinal)]
            : File.Exists(path) ? [path] : [];
        if (files.Length == 0)
        {
            return new ReferenceImportResult.Refused(Directory.Exists(path) ? $"There is no table in {path}: .csv, .csv.gz or .xlsx." : $"There is no file or folder {path}.");
        }

        var (connection, refusal) = await ReferenceSchema.OpenToWriteAsync(store, clock, cancel);
        if (connection is null)
        {
            return new ReferenceImportResult.Refused(refusal);
        }

        await using (connection)
        {
            var reports = new ReferenceImport(connection, choices, clock).TakeAll(files, done ?? (_ => { }), cancel);
            await connection.RunAsync("PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)", cancel);
            return new ReferenceImportResult.Done(reports);
        }
    }

    private List<FileReport> TakeAll(string[] files, Action<FileReport> done, CancellationToken cancel)
    {
        var reports = new List<FileReport>();
        void Report(FileReport report)
        {
            reports.Add(report);
            done(report);
        }

        var known = new List<(string Path, Profile Profile)>();
        foreach (var path in files)
        {
            if (ProfileOf(path, out var refusal) is { } profile)
            {
                known.Add((path, profile));
            }
            else
            {
                Report(new FileReport(path, null, FileOutcome.NotKnown, 0, 0, [], [refusal]));
            }
        }

        foreach (var (path, profile) in known.Where(file => file.Profile.Kind < ProfileKind.Edition).OrderBy(file => file.Profile.Kind).ThenBy(file => Listed(file.Profile)))
        {
            cancel.ThrowIfCancellationRequested();
            Report(TakeOne(path, profile, cancel));
        }

        foreach (var edition in known.Where(file => file.Profile.Kind >= ProfileKind.Edition).GroupBy(file => Path.GetDirectoryName(Path.GetFullPath(file.Path))!))
        {
            foreach (var report in TakeEdition(edition.Key, [.. edition]))
            {
                Report(report);
            }
        }

        return reports;
    }

    /// <summary>Lists of councils before lists that only group them.</summary>
    private static int Listed(Profile profile) => profile.Columns.Count;

    private Profile? ProfileOf(string path, out string refusal)
    {
        refusal = "";
        try
        {
            var headers = OpenedFile.HeadersOf(path, [.. profiles.SelectMany(known => known.Names)]);
            if (headers.Select(known => Profiles.Fitting(profiles, known)).FirstOrDefault(fitting => fitting is not null) is { } profile)
            {
                return profile;
            }

            var header = headers.Count > 0 ? headers[0] : [];
            refusal = header.Count == 0 ? "It has no header." : $"No profile knows its columns: {string.Join(", ", header.Take(8))}{(header.Count > 8 ? " …" : "")}.";
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            refusal = $"It cannot be read: {e.Message}";
        }

        return null;
    }

    private FileReport TakeOne(string path, Profile profile, CancellationToken cancel)
    {
        using var file = OpenedFile.Open(path);
        var target = profile.Kind switch
        {
            ProfileKind.Figures => $"figures: {profile.Dataset ?? file.Stem}",
            ProfileKind.Neighbours => $"neighbours: {file.Stem}",
            _ => $"{profile.Name}: {file.Stem}",
        };
        if (!choices.Again && Taken(target) == file.Sha256)
        {
            return new FileReport(path, profile.Name, FileOutcome.AlreadyThere, 0, 0, [], []);
        }

        if (profile.After.FirstOrDefault(name => !HasTaken(name)) is { } missing)
        {
            return new FileReport(path, profile.Name, FileOutcome.Refused, 0, 0, [], [$"It cannot be understood before a file of profile {missing} has been taken: import that first, or the folder that holds both."]);
        }

        var count = new RowCount();
        FileReport? report = null;
        var refusal = Whole(() =>
        {
            var reason = profile.Kind == ProfileKind.Figures ? FigureImport.Take(connection, file, profile, count, cancel) : TakeList(file, profile, count);
            report = reason is null ? Keep(path, file, profile, target, count) : null;
            return reason;
        });
        return report ?? new FileReport(path, profile.Name, FileOutcome.Refused, 0, 0, [], [refusal!]);
    }

    private string? TakeList(OpenedFile file, Profile profile, RowCount count)
    {
        if (ProfiledRows.Read(file, profile, out var refusal) is not { } rows)
        {
            return refusal;
        }

        if (profile.Kind == ProfileKind.Neighbours)
        {
            NeighbourImport.Take(connection, file, profile, rows, count, choices.Date);
        }
        else
        {
            new ListImport(connection, profile, rows, count).Take();
        }

        return null;
    }

    private List<FileReport> TakeEdition(string folder, IReadOnlyList<(string Path, Profile Profile)> files)
    {
        List<(OpenedFile File, Profile Profile)> opened = [.. files.Select(file => (OpenedFile.Open(file.Path), file.Profile))];
        try
        {
            string Target((OpenedFile File, Profile Profile) part) => $"{part.Profile.Name}: {folder}";
            if (!choices.Again && opened.All(part => Taken(Target(part)) == part.File.Sha256))
            {
                return [.. opened.Select(part => new FileReport(part.File.Original, part.Profile.Name, FileOutcome.AlreadyThere, 0, 0, [], []))];
            }

            var parts = new List<FrameworkPart>();
            foreach (var (file, profile) in opened)
            {
                if (ProfiledRows.Read(file, profile, out var refusal) is not { } rows)
                {
                    return [new FileReport(file.Original, profile.Name, FileOutcome.Refused, 0, 0, [], [refusal])];
                }

                parts.Add(new FrameworkPart(profile.Kind, rows, new RowCount()));
            }

            if (!parts.Exists(part => part.Kind == ProfileKind.Outcomes) || !parts.Exists(part => part.Kind == ProfileKind.Metrics))
            {
                return [.. opened.Select(part => new FileReport(part.File.Original, part.Profile.Name, FileOutcome.Refused, 0, 0, [], ["An edition is taken from one folder that holds its outcomes and its metrics: import the folder."]))];
            }

            List<FileReport> reports = [];
            Whole(() =>
            {
                var name = FrameworkImport.Take(connection, Path.GetFileName(folder), parts);
                parts[0].Count.Remarks.Add(parts.Exists(part => part.Kind == ProfileKind.Edition)
                    ? $"Edition: {name}."
                    : $"Edition: {name}. That is what the folder is called, and what papers and pages will call the framework: a file editions.csv says its name, its edition and its date.");
                reports.AddRange(opened.Zip(parts, (part, counted) => Keep(part.File.Original, part.File, part.Profile, Target(part), counted.Count)));
                return null;
            });
            return reports;
        }
        finally
        {
            opened.ForEach(part => part.File.Dispose());
        }
    }

    /// <summary>All of it in one transaction, or nothing where it is refused.</summary>
    private string? Whole(Func<string?> take)
    {
        connection.Run("BEGIN IMMEDIATE");
        try
        {
            var refusal = take();
            connection.Run(refusal is null ? "COMMIT" : "ROLLBACK");
            return refusal;
        }
        catch
        {
            connection.Run("ROLLBACK");
            throw;
        }
    }

    private FileReport Keep(string path, OpenedFile file, Profile profile, string target, RowCount count)
    {
        connection.Run("DELETE FROM refusal WHERE file IN (SELECT id FROM source_file WHERE target = $1)", target);
        var id = connection.Id(
            """
            INSERT INTO source_file (name, sha256, profile, target, taken, rows_read, rows_stored, rows_refused) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)
            ON CONFLICT (target) DO UPDATE SET name = excluded.name, sha256 = excluded.sha256, profile = excluded.profile, taken = excluded.taken, rows_read = excluded.rows_read, rows_stored = excluded.rows_stored, rows_refused = excluded.rows_refused
            RETURNING id
            """,
            Path.GetFileName(path), file.Sha256, profile.Name, target, clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ"), count.Read, count.Stored, count.Refused);
        foreach (var refusal in count.Refusals)
        {
            connection.Run("INSERT INTO refusal (file, reason, rows, first_row) VALUES ($1,$2,$3,$4)", id, refusal.Reason, refusal.Rows, refusal.FirstRow);
        }

        if (profile.Kind == ProfileKind.Figures)
        {
            connection.Run("UPDATE dataset SET file = $1 WHERE name = $2", id, profile.Dataset ?? file.Stem);
        }

        return new FileReport(path, profile.Name, FileOutcome.Taken, count.Read, count.Stored, count.Refusals, count.Remarks);
    }

    private string? Taken(string target)
    {
        using var command = connection.Statement("SELECT sha256 FROM source_file WHERE target = $1", target);
        return (string?)command.ExecuteScalar();
    }

    private bool HasTaken(string profile)
    {
        using var command = connection.Statement("SELECT count(*) FROM source_file WHERE profile = $1", profile);
        return (long)command.ExecuteScalar()! > 0;
    }
}

public abstract record ReferenceImportResult
{
    private ReferenceImportResult()
    {
    }

    /// <summary>Every file has its report, also those that were not taken.</summary>
    public sealed record Done(IReadOnlyList<FileReport> Files) : ReferenceImportResult;

    public sealed record Refused(string Reason) : ReferenceImportResult;
}
