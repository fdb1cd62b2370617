using Microsoft.EntityFrameworkCore;
using Outturn.App.Audit;
using Outturn.App.Backups;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>A council's store as use cases read and write it. Its tables are made by the numbered scripts; a test holds the two together.</summary>
public sealed class CouncilDb(DbContextOptions<CouncilDb> options) : DbContext(options)
{
    public DbSet<AuditEntry> Entries => Set<AuditEntry>();

    public DbSet<Wording> Wordings => Set<Wording>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<StoreIdentity> Identity => Set<StoreIdentity>();

    public DbSet<ChainHead> Head => Set<ChainHead>();

    public DbSet<BackupMade> BackupsMade => Set<BackupMade>();

    public DbSet<ObservationFact> Observations => Set<ObservationFact>();

    public DbSet<CommentaryFact> Commentaries => Set<CommentaryFact>();

    public DbSet<StepFact> Steps => Set<StepFact>();

    public DbSet<RoundFact> Rounds => Set<RoundFact>();

    public DbSet<ForecastFact> Forecasts => Set<ForecastFact>();

    public DbSet<InternalNoteFact> InternalNotes => Set<InternalNoteFact>();

    public DbSet<OverrideFact> Overrides => Set<OverrideFact>();

    public DbSet<EvidenceFact> Evidence => Set<EvidenceFact>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<StoreIdentity>(identity => identity.ToTable("store").HasKey(row => row.Id));
        modelBuilder.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entry").HasKey(row => row.Number);
            entry.Property(row => row.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<ChainHead>(head =>
        {
            head.ToTable("chain_head").HasKey(row => row.Id);
            head.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<BackupMade>(made =>
        {
            made.ToTable("backup_made").HasKey(row => row.Id);
            made.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<RehearsalMark>(mark =>
        {
            mark.ToTable("rehearsal").HasKey(row => row.Id);
            mark.Property(row => row.Id).ValueGeneratedNever();
        });
        modelBuilder.Entity<Wording>(wording => wording.ToTable("wording").HasKey(row => row.Digest));
        modelBuilder.Entity<StoredFile>(file => file.ToTable("stored_file").HasKey(row => row.Digest));
        FactMapping.Apply(modelBuilder);
        People.AccountMapping.Apply(modelBuilder);
        Mail.MailMapping.Apply(modelBuilder);
        Api.ApiToken.Map(modelBuilder);
        Conventions.Apply(modelBuilder, isPostgres: Database.ProviderName == PostgresEngine.Provider);
    }
}

/// <summary>Which store this is, for what was issued from it to be told from what came from another.</summary>
public sealed class StoreIdentity
{
    /// <summary>32 hexadecimal digits, by chance.</summary>
    public required string Id { get; init; }

    public DateTime Created { get; init; }
}
