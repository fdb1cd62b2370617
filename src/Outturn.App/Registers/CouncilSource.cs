using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;
using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;

namespace Outturn.App.Registers;

/// <summary>A council's register wherever it is kept: in a folder of files, or in a store.</summary>
public static class CouncilSource
{
    /// <summary>What is said where a store is asked for what only a council has.</summary>
    internal const string NoCouncil = "The store holds no council yet: outturn import FOLDER takes a register in.";

    /// <param name="source">A folder, the file of a store, or the address of one.</param>
    /// <param name="knownOn">From a store: what was known at the end of a day; null for now.</param>
    public static async Task<FolderResult> ReadAsync(string source, DateOnly? knownOn, TimeProvider clock, CancellationToken cancel)
    {
        if (!StoreAddress.IsStore(source))
        {
            return knownOn is null ? CouncilFolder.Read(source)
                : Refuse(source, "A folder holds what is known today: what was known on another day can be asked of a store.");
        }

        return StoreAddress.Read(source, out var refusal) is not { } address ? Refuse("store", refusal)
            : await Store.OpenAsync(address, clock, cancel) switch
            {
                StoreResult.Opened opened => await ReadAsync(opened.Store, knownOn, cancel),
                StoreResult.Refused refused => Refuse(address.Name, refused.Reason),
                _ => throw new InvalidOperationException("A store is opened or refused."),
            };
    }

    /// <summary>The register of a store, as a folder with the same content would be read.</summary>
    public static async Task<FolderResult> ReadAsync(Store store, DateOnly? knownOn, CancellationToken cancel)
    {
        var (register, template) = await store.ReadAsync(
            async db =>
            {
                var upTo = await db.EntryAsync(knownOn, cancel);
                var register = await StoredRegister.ReadAsync(db, upTo, knownOn ?? UkTime.DayOf(store.Now()), cancel);
                var digest = (await db.KnownAsync<CouncilFact>(upTo, cancel)).SingleOrDefault()?.TemplateDigest;
                return (register, digest is null ? null : await db.Files.Where(file => file.Digest == digest).Select(file => file.Content).SingleAsync(cancel));
            },
            cancel);
        return register is null
            ? Refuse(store.Address.Name, knownOn is { } day
                ? $"The store knew no council yet on {day:dd/MM/yyyy}."
                : "The store holds no council yet: outturn import FOLDER takes one in; outturn new FOLDER writes a folder to begin with.")
            : new FolderResult.Read(register, new SourceRows(), []) { Template = template };
    }

    /// <summary>What was known at the end of some days: nothing of a folder, which holds what is known today, and nothing of days before the store knew a council.</summary>
    public static async Task<IReadOnlyDictionary<DateOnly, Register>> KnownAsync(string source, IReadOnlyList<DateOnly> days, TimeProvider clock, CancellationToken cancel) =>
        days.Count > 0 && StoreAddress.IsStore(source) && StoreAddress.Read(source, out _) is { } address && await Store.OpenAsync(address, clock, cancel) is StoreResult.Opened { Store: var store }
            ? await KnownAsync(store, days, cancel)
            : new Dictionary<DateOnly, Register>();

    /// <summary>What a store knew at the end of some days: nothing of days before it knew a council.</summary>
    public static Task<IReadOnlyDictionary<DateOnly, Register>> KnownAsync(Store store, IReadOnlyList<DateOnly> days, CancellationToken cancel) => store.ReadAsync(
        async db =>
        {
            var known = new Dictionary<DateOnly, Register>();
            foreach (var day in days)
            {
                if (await StoredRegister.ReadAsync(db, await db.EntryAsync(day, cancel), day, cancel) is { } register)
                {
                    known[day] = register;
                }
            }

            return (IReadOnlyDictionary<DateOnly, Register>)known;
        },
        cancel);

    /// <summary>The house's Word template as the store has it now; null where the council uses ours.</summary>
    public static Task<byte[]?> TemplateAsync(Store store, CancellationToken cancel) => store.ReadAsync(
        async db => (await db.KnownAsync<CouncilFact>(long.MaxValue, cancel)).SingleOrDefault()?.TemplateDigest is { } digest
            ? await db.Files.Where(file => file.Digest == digest).Select(file => file.Content).SingleOrDefaultAsync(cancel)
            : null,
        cancel);

    /// <summary>The register of a store as it is now, its figures apart; null where it holds no council yet.</summary>
    public static Task<Register?> IndicatorsAsync(Store store, CancellationToken cancel) => store.ReadAsync(
        async db => await StoredRegister.ReadAsync(db, await db.EntryAsync(null, cancel), UkTime.DayOf(store.Now()), cancel, withFigures: false), cancel);

    private static FolderResult.Refused Refuse(string source, string reason) => new([Defect.Error(source, reason)]);
}
