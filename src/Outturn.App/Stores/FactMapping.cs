using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Outturn.App.Audit;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>Each kind of fact in its table: the key of all its versions, and the entry that brought each.</summary>
internal static class FactMapping
{
    /// <summary>What ends the name of a property that holds a wording's digest.</summary>
    public const string WordsEnding = "Words";

    public static void Apply(ModelBuilder model)
    {
        Fact<CouncilFact>(model, "council", fact => fact.Version);
        Fact<PostFact>(model, "post", fact => new { fact.Post, fact.Version });
        Fact<ServiceFact>(model, "service", fact => new { fact.Service, fact.Version });
        Fact<CommitteeFact>(model, "committee", fact => new { fact.Committee, fact.Version });
        Fact<MeetingFact>(model, "meeting", fact => new { fact.Committee, fact.Day, fact.Version });
        Fact<ReportFact>(model, "report", fact => new { fact.Report, fact.Version });
        Fact<DescriptionFact>(model, "description", fact => new { fact.Ref, fact.Version });
        Fact<DefinitionFact>(model, "definition", fact => new { fact.Ref, fact.Starts, fact.Version });
        Fact<SuppressionFact>(model, "suppression", fact => new { fact.Ref, fact.Version });
        Fact<PlacementFact>(model, "placement", fact => new { fact.Ref, fact.Kind, fact.Name, fact.Version });
        Fact<LevelsFact>(model, "levels", fact => new { fact.Ref, fact.Starts, fact.Version });
        Fact<ProposalFact>(model, "proposal", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Version });
        Fact<OwnTextFact>(model, "own_text", fact => new { fact.TextPlace, fact.Version });
        Fact<ObservationFact>(model, "observation", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Version }, linksEntry: false);
        Fact<CommentaryFact>(model, "commentary", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Version });
        Fact<InternalNoteFact>(model, "internal_note", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Version });
        Fact<ForecastFact>(model, "forecast", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Version });
        Fact<OverrideFact>(model, "warning_override", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Code, fact.Version });
        Fact<EvidenceFact>(model, "evidence", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.FileName, fact.Version });
        Fact<RoundFact>(model, "round", fact => new { fact.Frequency, fact.Ordinal, fact.Version });
        Fact<StepFact>(model, "step", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Version });
        Fact<PersonFact>(model, "person", fact => new { fact.Account, fact.Version });
        Fact<QuestionFact>(model, "question", fact => new { fact.Ref, fact.Number, fact.Version });
        Fact<ProposalSheetFact>(model, "proposal_sheet", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Version });
        Fact<ReviewFact>(model, "review", fact => new { fact.Year, fact.Version });
        Fact<ReviewMeetingFact>(model, "review_meeting", fact => new { fact.Year, fact.Committee, fact.Version });
        Fact<ReviewStepFact>(model, "review_step", fact => new { fact.Ref, fact.Year, fact.Version });
        Fact<CommentFact>(model, "committee_comment", fact => new { fact.Year, fact.Number, fact.Version });
        Fact<AdoptionFact>(model, "adoption", fact => new { fact.Year, fact.Version });
        Fact<LaterChangeFact>(model, "later_change", fact => new { fact.Ref, fact.Year, fact.Number, fact.Version });
        Fact<MetricLinkFact>(model, "metric_link", fact => new { fact.Metric, fact.Ref, fact.Version });
        Fact<HouseFact>(model, "house", fact => fact.Version);
        Fact<HouseStyleFact>(model, "house_style", fact => new { fact.Style, fact.Version });
        Fact<SignatureFact>(model, "signature", fact => new { fact.Place, fact.Version });
        Fact<TextBlockFact>(model, "text_block", fact => new { fact.Place, fact.Version });
        Fact<AgendaItemFact>(model, "agenda_item", fact => new { fact.Committee, fact.Day, fact.Version });
        Fact<NeighbourGroupFact>(model, "neighbour_group", fact => new { fact.Name, fact.Version });
        Fact<CaseDaysFact>(model, "case_days", fact => new { fact.Ref, fact.Frequency, fact.Ordinal, fact.Days, fact.Version });
        Fact<PaperFact>(model, "paper", fact => new { fact.Paper, fact.Version });
        Fact<EditionStepFact>(model, "edition_step", fact => new { fact.Paper, fact.Number, fact.Version });
        Fact<SignOffFact>(model, "sign_off", fact => new { fact.Paper, fact.Number, fact.Service, fact.Role, fact.Version });
        Fact<CheckOverrideFact>(model, "check_override", fact => new { fact.Paper, fact.Number, fact.Item, fact.Version });
        Fact<EditionFact>(model, "edition", fact => new { fact.Paper, fact.Number, fact.Version });
        Fact<EditionFileFact>(model, "edition_file", fact => new { fact.Paper, fact.Number, fact.Format, fact.Version });
        Fact<PreReaderFact>(model, "pre_reader", fact => new { fact.Paper, fact.Number, fact.Account, fact.Version });
        Fact<PreReadingFact>(model, "pre_reading", fact => new { fact.Paper, fact.Number, fact.Account, fact.Version });
        Fact<ReleaseRulesFact>(model, "release_rules", fact => new { fact.Id, fact.Version });
    }

    /// <param name="linksEntry">False where a million rows at once are to be taken: the import answers for what a foreign key would check.</param>
    private static void Fact<T>(ModelBuilder model, string table, Expression<Func<T, object?>> key, bool linksEntry = true)
        where T : Fact
    {
        var fact = model.Entity<T>();
        fact.ToTable(table).HasKey(key);
        fact.Property(row => row.Version).ValueGeneratedNever();
        if (!linksEntry)
        {
            return;
        }

        fact.HasOne<AuditEntry>().WithMany().HasForeignKey(row => row.Entry).OnDelete(DeleteBehavior.NoAction);
        foreach (var words in typeof(T).GetProperties().Where(property => property.Name.EndsWith(WordsEnding, StringComparison.Ordinal)))
        {
            fact.HasOne<Wording>().WithMany().HasForeignKey(words.Name).OnDelete(DeleteBehavior.NoAction);
        }
    }
}
