using Microsoft.EntityFrameworkCore;
using Outturn.App.Collection;
using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;

namespace Outturn.App.Review.Workbook;

/// <summary>How a file of proposals is taken.</summary>
/// <param name="Year">The review it is for; null for the workbook's own, or the one that is open.</param>
/// <param name="Overrules">Whether it takes the place of what was proposed otherwise since the workbook was made.</param>
public sealed record ProposalImportOptions(Period? Year = null, bool LooksOnly = false, bool Overrules = false);

/// <summary>Takes back the workbook of a service, or a file like proposals.csv: all of its rows or none.</summary>
/// <remarks>What somebody else has proposed since the workbook was made is never overwritten unseen, and what the file leaves as it was is not proposed anew.</remarks>
public static class ProposalImport
{
    /// <param name="may">Whether the sender may propose for a service.</param>
    public static async Task<ProposalFileResult> RunAsync(Store store, string path, string who, Func<string, bool> may, ProposalImportOptions options, CancellationToken cancel)
    {
        List<Defect> defects = [];
        if (ProposalTable.Read(path, defects) is not { } file)
        {
            return new ProposalFileResult.Refused(defects);
        }

        if (file.BadStamp is { } bad)
        {
            return new ProposalFileResult.Refused([bad]);
        }

        defects.AddRange(file.Strays);
        var (now, issued, refusal) = await ReviewsAsync(store, file, options, cancel);
        if (now is null)
        {
            return new ProposalFileResult.Refused([refusal!]);
        }

        if (CouncilTable.Of(file.Table, ProposalColumns.Shape, defects) is not { } table || Missing(file, defects))
        {
            return new ProposalFileResult.Refused(defects);
        }

        var rows = new ProposalRows(table, file.Stamp, now, issued!, who, may, options.Overrules, defects).Read();
        var read = new ProposalFileResult.Read(now.Year, file.Stamp?.Service, rows, [.. defects.Where(defect => !IsError(defect))], !options.LooksOnly);
        return defects.Exists(IsError) ? new ProposalFileResult.Refused(defects)
            : options.LooksOnly || read.Proposed.Count == 0 ? read
            : await ProposeAsync(store, path, read, now, who, may, cancel);
    }

    private static async Task<ProposalFileResult> ProposeAsync(Store store, string path, ProposalFileResult.Read read, AnnualReview now, string who, Func<string, bool> may, CancellationToken cancel)
    {
        var sent = read.Proposed.Select(row => new SentProposal(row.Ref, row.Proposal!, row.Answer)).ToList();
        var result = await Proposing.RunAsync(store, now.Year, sent, who, may, cancel, FigureUpload.DigestOf(path), later => sent.Where(proposal => Known(later, proposal.Ref) != Known(now, proposal.Ref))
            .Select(proposal => $"{proposal.Ref} was proposed otherwise while the file was read: send it again."));
        return result is ReviewResult.Refused refused ? new ProposalFileResult.Refused([.. refused.Reasons.Select(reason => Defect.Error(SourceFiles.Name(path), reason))]) : read;
    }

    private static Proposal? Known(AnnualReview review, string reference) => review.Find(reference)?.Proposal;

    /// <summary>The review as it is, and as it was when the workbook was made.</summary>
    private static Task<(AnnualReview? Now, AnnualReview? Issued, Defect? Refusal)> ReviewsAsync(Store store, ProposalTable file, ProposalImportOptions options, CancellationToken cancel) =>
        store.ReadAsync<(AnnualReview?, AnnualReview?, Defect?)>(
            async db =>
            {
                var (upTo, stamp) = (await db.EntryAsync(null, cancel), file.Stamp);
                (AnnualReview?, AnnualReview?, Defect?) Refuse(string reason) => (null, null, Defect.Error(file.Table.Source, reason));
                if (await StoredRegister.ReadAsync(db, upTo, UkTime.DayOf(store.Now()), cancel, withFigures: false) is not { } register)
                {
                    return Refuse(CouncilSource.NoCouncil);
                }

                var id = await db.Identity.Select(identity => identity.Id).SingleAsync(cancel);
                if (stamp is not null && Foreign(stamp, id, upTo, register) is { } foreign)
                {
                    return Refuse(foreign);
                }

                if (stamp is not null && options.Year is { } asked && asked != stamp.Year)
                {
                    return Refuse($"The workbook is of the review of {stamp.Year}, not of {asked}.");
                }

                if (OpenReview.Of(await StoredReviews.ReadAsync(db, upTo, register, cancel), stamp?.Year ?? options.Year, out var refusal) is not { } record)
                {
                    return Refuse(refusal);
                }

                if (record.Adoption?.IsAdopted == true)
                {
                    return Refuse($"{record.Year} was adopted: its review is closed.");
                }

                var now = AnnualReview.Of(register, record.Year, record);
                return stamp is null ? (now, now, null)
                    : await StoredRegister.ReadAsync(db, stamp.Entry, stamp.Issued, cancel, withFigures: false) is { } then ? (now, AnnualReview.Of(then, record.Year, null), null)
                    : Refuse("The workbook says that it was made when the store held no council yet: ask for a new one.");
            },
            cancel);

    private static string? Foreign(ProposalStamp stamp, string id, long upTo, Core.Dashboards.Register register) =>
        stamp.Store != id ? $"This workbook was made from register {stamp.Store}, and this is register {id} of {register.Council.Name}: it belongs to another council or another store. Ask for a workbook of this one."
        : stamp.Entry > upTo ? $"This workbook shows version {stamp.Entry} of the register, which has only come to {upTo}: it belongs to another store. Ask for a workbook of this one."
        : register.Services.All(service => !stamp.IsOf(service.Name)) ? $"There is no service {stamp.Service} any more: ask for a new workbook."
        : null;

    /// <summary>A column that a workbook lost says nothing of what stood in it, so nothing is taken.</summary>
    private static bool Missing(ProposalTable file, List<Defect> defects)
    {
        if (file.Stamp is null)
        {
            return false;
        }

        Defect[] missing = [.. ProposalColumns.All.Where(column => column.IsEntry && file.Table.Find(column.Name) is null).Select(column => new Defect(Severity.Error, file.Table.Source, null, column.Heading,
            "This column of the workbook is missing: put it back, blank or not, for a column that is not there says nothing of what stood in it."))];
        defects.AddRange(missing);
        return missing.Length > 0;
    }

    private static bool IsError(Defect defect) => defect.Severity == Severity.Error;
}
