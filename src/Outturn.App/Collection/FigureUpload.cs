using System.Security.Cryptography;
using Outturn.App.Collection.Files;
using Outturn.App.Collection.Templates;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Collection;

/// <summary>What came of a file that a service sent: read, and submitted or looked at; or refused with every reason.</summary>
public abstract record UploadResult
{
    private UploadResult()
    {
    }

    /// <param name="Result">What changed, or of a look would change.</param>
    /// <param name="Warnings">What needs a reason, by kind.</param>
    /// <param name="ToLookAt">What could be read and should be looked at.</param>
    /// <param name="Reading">How a table of figures was read; null for a workbook that was ours.</param>
    /// <param name="Count">How many rows became what, in a sentence.</param>
    public sealed record Taken(
        SubmitResult.Accepted Result, IReadOnlyList<(string Code, IReadOnlyList<string> Sentences)> Warnings, IReadOnlyList<Defect> ToLookAt, FigureFileResult.Read? Reading, string Count) : UploadResult;

    /// <summary>Nothing was taken.</summary>
    public sealed record Refused(IReadOnlyList<Defect> Defects) : UploadResult;
}

/// <summary>Takes a file of figures as one submission of whoever sends it: a workbook that was given out, or any table; all of its rows or none.</summary>
public static class FigureUpload
{
    /// <summary>What one service sends at a time; a history of years is imported.</summary>
    public const int MostFigures = 5_000;

    /// <param name="why">Why figures that came by no round are changed, for the audit trail.</param>
    /// <param name="path">The file, under the name that its sender gave it.</param>
    /// <param name="reason">Why warnings of a kind are overridden; null where nobody said.</param>
    /// <param name="mayTouch">Whose figures the sender may send.</param>
    /// <param name="keepsRecord">Whether figures that came by no round stay as they are.</param>
    public static async Task<UploadResult> RunAsync(
        Store store, Register register, string path, string who, string? why, Func<string, string?> reason, FigureFileOptions reading, Func<Indicator, bool> mayTouch, bool looksOnly, CancellationToken cancel, bool keepsRecord = false)
    {
        var digest = DigestOf(path);
        switch (await TemplateImport.RunAsync(store, path, who, why, reason, overrules: false, looksOnly, digest, cancel, mayTouch, keepsRecord))
        {
            case TemplateImportResult.Submitted submitted:
                return new UploadResult.Taken(submitted.Result, ByCode(submitted.Result.Unreasoned), submitted.Warnings, null, submitted.Sentence);
            case TemplateImportResult.NeedsReasons needs:
                return new UploadResult.Refused(needs.Warnings);
            case TemplateImportResult.Refused refused:
                return new UploadResult.Refused(refused.Defects);
        }

        return FigureFile.Read(path, register, reading, null, cancel) switch
        {
            FigureFileResult.Refused refused => new UploadResult.Refused(refused.Defects.InOrder()),
            FigureFileResult.Read read => await SubmitAsync(store, read, path, who, why, reason, mayTouch, looksOnly, keepsRecord, digest, cancel),
            _ => throw new InvalidOperationException("A file is read or refused."),
        };
    }

    private static async Task<UploadResult> SubmitAsync(
        Store store, FigureFileResult.Read read, string path, string who, string? why, Func<string, string?> reason, Func<Indicator, bool> mayTouch, bool looksOnly, bool keepsRecord, string digest, CancellationToken cancel)
    {
        var batch = read.Figures;
        if (batch.Count > MostFigures)
        {
            return new UploadResult.Refused([Defect.Error(Path.GetFileName(path), $"The file has {batch.Count:N0} figures, and {MostFigures:N0} at most are submitted at once: an analyst imports a history of years.")]);
        }

        List<Defect> others = [];
        List<SentFigure> sent = [];
        var rows = new Dictionary<(string, Period), int>();
        for (var i = 0; i < batch.Count; i++)
        {
            var (indicator, period) = (batch.IndicatorOf(batch[i]), batch.PeriodOf(batch[i]));
            rows.TryAdd((indicator.Ref, period), i);
            if (!mayTouch(indicator))
            {
                others.Add(batch.Error(batch[i], null, $"{indicator.Ref} belongs to {indicator.Service.Name}, whose figures are not yours to send: take the row out."));
                continue;
            }

            sent.Add(new SentFigure(indicator.Ref, Submission(batch, i)));
        }

        // What is wrong with the others is said at once too; nothing is taken.
        var options = new SubmitOptions((_, warning) => reason(warning.Code), LooksOnly: looksOnly || others.Count > 0) { KeepsRecord = keepsRecord };
        return await Submissions.SubmitAsync(store, sent, who, why, options, cancel, digest, Path.GetFileName(path)) switch
        {
            SubmitResult.Refused refused => new UploadResult.Refused([.. others, .. refused.Problems.Select(problem => batch.Error(batch[rows[(problem.Ref, problem.Period)]], null, problem.ToString()))]),
            _ when others.Count > 0 => new UploadResult.Refused(others),
            SubmitResult.Accepted accepted => new UploadResult.Taken(accepted, ByCode(accepted.Unreasoned), read.Warnings.InOrder(), read, read.Count.ToString()),
            SubmitResult.NeedsReasons needs => new UploadResult.Refused([.. needs.Warnings.Select(found => batch.Warning(batch[rows[(found.Ref, found.Warning.Period)]], null, found.Warning.Sentence))]),
            _ => throw new InvalidOperationException("A submission is accepted or not."),
        };
    }

    /// <summary>What the file says of a figure to the public takes the place of the context that is there; cause and action stay.</summary>
    private static Submission Submission(FigureBatch batch, int i)
    {
        var (figure, history, period) = (batch[i], batch.Indicators[batch[i].Indicator], batch.PeriodOf(batch[i]));
        var said = history.Commentaries.FirstOrDefault(commentary => commentary.Period == period) ?? new Commentary(period, null, null, null, null, null, null);
        return new Submission(period, figure.Observation)
        {
            Note = figure.Extras?.Note, YtdGiven = figure.Extras?.YtdGiven, PreviousGiven = figure.Extras?.PreviousGiven, Commentary = figure.Extras?.Context is { } context ? said with { Context = context } : null,
        };
    }

    private static IReadOnlyList<(string Code, IReadOnlyList<string> Sentences)> ByCode(IReadOnlyList<(string Ref, SubmissionWarning Warning)> warnings) =>
        [.. warnings.GroupBy(found => found.Warning.Code).Select(group => (group.Key, (IReadOnlyList<string>)[.. group.Select(found => $"{found.Ref}: {found.Warning.Sentence}")]))];

    /// <summary>SHA-256 of a file, as hexadecimal digits: by it the audit trail says which file it was.</summary>
    public static string DigestOf(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
