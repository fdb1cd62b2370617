using Microsoft.EntityFrameworkCore;
using Outturn.App.Collection.Files;
using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Periods;

namespace Outturn.App.Collection.Templates;

/// <summary>What came of taking back a workbook that a service filled in.</summary>
public abstract record TemplateImportResult
{
    private TemplateImportResult()
    {
    }

    /// <summary>Something else, which other readers take.</summary>
    public sealed record NotTemplate : TemplateImportResult;

    /// <param name="Warnings">What was read and should be looked at.</param>
    public sealed record Submitted(TemplateStamp Stamp, TemplateCount Count, SubmitResult.Accepted Result, IReadOnlyList<Defect> Warnings) : TemplateImportResult
    {
        /// <summary>How many of its rows became what.</summary>
        public string Sentence => $"{Stamp}: {Count.Rows:N0} rows = {Count.Filled:N0} filled in + {Count.Blank:N0} left blank.";
    }

    /// <summary>Nothing was taken: each warning, at its row, needs a reason or another figure.</summary>
    public sealed record NeedsReasons(IReadOnlyList<Defect> Warnings, IReadOnlyList<string> Codes) : TemplateImportResult;

    /// <summary>Nothing was taken.</summary>
    public sealed record Refused(IReadOnlyList<Defect> Defects) : TemplateImportResult;
}

/// <summary>Takes back the workbook of a service as one submission: all of its rows or none.</summary>
/// <remarks>What somebody else has stored since the workbook was made is compared three ways: it is never overwritten unseen.</remarks>
public static class TemplateImport
{
    /// <param name="reason">Why warnings of a code are overridden; null where nobody said.</param>
    /// <param name="overrules">What the workbook says takes the place of what came since it was made.</param>
    /// <param name="mayTouch">Whose figures the sender may send; null for all.</param>
    /// <param name="keepsRecord">Whether figures that came by no round stay as they are.</param>
    public static async Task<TemplateImportResult> RunAsync(
        Store store, string path, string who, string? why, Func<string, string?> reason, bool overrules, bool looksOnly, string sourceDigest, CancellationToken cancel,
        Func<Core.Indicators.Indicator, bool>? mayTouch = null, bool keepsRecord = false)
    {
        if (!TemplateReader.MayBeTemplate(path))
        {
            return new TemplateImportResult.NotTemplate();
        }

        var (id, source) = (await store.ReadAsync(db => db.Identity.Select(identity => identity.Id).SingleAsync(cancel), cancel), await CouncilSource.ReadAsync(store, null, cancel));
        if (source is not FolderResult.Read { Register: var register })
        {
            return new TemplateImportResult.Refused(((FolderResult.Refused)source).Defects);
        }

        switch (TemplateReader.Read(path, register, id))
        {
            case TemplateResult.NotTemplate:
                return new TemplateImportResult.NotTemplate();
            case TemplateResult.Refused refused:
                return new TemplateImportResult.Refused(refused.Defects);
            case TemplateResult.Read read when Unaccounted(path, read) is { } unaccounted:
                return new TemplateImportResult.Refused([unaccounted]);
            case TemplateResult.Read read when mayTouch is not null && read.Rows.Where(row => row.Submission is not null && !mayTouch(row.Indicator)).ToList() is { Count: > 0 } others:
                return new TemplateImportResult.Refused([.. others.Select(row => row.Place.Error(null, $"{row.Indicator.Ref} belongs to {row.Indicator.Service.Name}, whose figures are not yours to send: clear the row."))]);
            case TemplateResult.Read read:
                var sent = read.Rows.Where(row => row.Submission is not null).Select(row => new SentFigure(row.Indicator.Ref, row.Submission!, IsWhole: true)).ToList();
                var options = new SubmitOptions((_, warning) => reason(warning.Code), read.Stamp.Entry, overrules, looksOnly) { KeepsRecord = keepsRecord };
                return Told(read, await Submissions.SubmitAsync(store, sent, who, why, options, cancel, sourceDigest, $"{Path.GetFileName(path)}, {read.Stamp.Service}, {read.Stamp.Round}"));
            default:
                throw new InvalidOperationException("A template is read or refused.");
        }
    }

    private static TemplateImportResult Told(TemplateResult.Read read, SubmitResult result)
    {
        var places = new Dictionary<(string, Period), SentPlace>();
        foreach (var row in read.Rows)
        {
            places.TryAdd((row.Indicator.Ref, row.Period), row.Place);
        }

        Defect At(string reference, Period period, Severity severity, string sentence) => places.TryGetValue((reference, period), out var place)
            ? severity == Severity.Error ? place.Error(null, $"{reference}, {period}: {sentence}") : place.Warning(null, $"{reference}, {period}: {sentence}")
            : new Defect(severity, reference, null, null, sentence);
        return result switch
        {
            SubmitResult.Accepted accepted => new TemplateImportResult.Submitted(read.Stamp, read.Count, accepted, read.Warnings),
            SubmitResult.NeedsReasons needs => new TemplateImportResult.NeedsReasons(
                [.. needs.Warnings.Select(warning => At(warning.Ref, warning.Warning.Period, Severity.Warning, $"({warning.Warning.Code}) {warning.Warning.Sentence}"))],
                [.. needs.Warnings.Select(warning => warning.Warning.Code).Distinct()]),
            SubmitResult.Refused refused => new TemplateImportResult.Refused([.. refused.Problems.Select(problem => At(problem.Ref, problem.Period, Severity.Error, problem.Reason))]),
            _ => throw new InvalidOperationException("A submission is accepted or not."),
        };
    }

    /// <summary>Rows of the sheet, counted from its XML by other code, that the reader does not account for.</summary>
    private static Defect? Unaccounted(string path, TemplateResult.Read read)
    {
        if (read.Rows.Count == 0 || !Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase) || Sources.ReadAsItStands(path) is not ReadResult.Read file)
        {
            return null;
        }

        var sheet = file.Tables.First(table => table.Source == read.Rows[0].Place.Source);
        var above = sheet.Rows.Count(row => row.Number < read.Rows.Min(sent => sent.Place.Row));
        var counted = RawCount.OfWorkbook(path).RowsOfSheets[sheet.Name] - above;
        return counted == read.Count.Rows ? null
            : Defect.Error(sheet.Source, $"{Math.Abs(counted - read.Count.Rows):N0} rows are unaccounted for: {counted:N0} were counted in the sheet and {read.Count.Rows:N0} were read. Nothing was taken; please report this.");
    }
}
