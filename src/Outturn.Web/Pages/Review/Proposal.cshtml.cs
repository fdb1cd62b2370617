using Microsoft.AspNetCore.Mvc;
using Outturn.App;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>One indicator in a review: the evidence, what is proposed, and what analyst and service said of it.</summary>
public class ProposalModel : ReviewPage, IProposalPage
{
    private const string AsItStands = "As it stands";

    public override string Title => $"{Item.Ref} {IndicatorTables.Title(Item.Indicator)}: review for {Year}";

    public override bool IsWide => true;

    public override (string Text, string Address)? Back => ($"{Item.Indicator.Service.Name}, review for {Year}", Addresses.ServiceReview(Year, Item.Indicator.Service));

    public ReviewItem Item { get; private set; } = null!;

    public ServiceReview Service { get; private set; } = null!;

    public ProposalForm Form { get; protected set; } = null!;

    public bool AsksService => true;

    public string Home => Addresses.Proposal(Year, Item.Ref);

    public bool MaySave => !IsClosed && Item.State != ReviewState.Agreed && MayPropose(Item.Indicator.Service.Name);

    public bool MayChallenge => !IsClosed && Item.Proposal is not null && Item.State != ReviewState.Challenged && May("/Review/Challenge");

    public bool MayAgree => !IsClosed && Item.State == ReviewState.Proposed && May("/Review/Agree");

    /// <summary>Whether the form stands open: nothing is proposed yet, an answer is asked for, or something was typed.</summary>
    public bool ShowsForm => Item.State == ReviewState.NotStarted || (Item.State == ReviewState.Challenged && Me.Has(Item.Indicator.Service.Name)) || Errors.Any || IsTried;

    /// <summary>Whether the levels that the evidence is worked out for were only tried out.</summary>
    public bool IsTried { get; protected set; }

    /// <summary>The limit in days that was tried out.</summary>
    public int? TriedLimit { get; protected set; }

    /// <summary>Null for a new indicator, which has no figures yet.</summary>
    public Evidence? Evidence { get; private set; }

    public IReadOnlyList<string> Findings { get; private set; } = [];

    public IReadOnlyList<Defect> Checks { get; private set; } = [];

    public DrawnChart? Chart { get; private set; }

    /// <summary>The next that waits for a proposal or an answer: of the service, and then of the others that they answer for.</summary>
    public ReviewItem? Next => Service.Next(Item.Ref) ?? Services.Where(service => service != Service && Me.Has(service.Service.Name) && MayPropose(service.Service.Name)).Select(service => service.Next(null)).OfType<ReviewItem>().FirstOrDefault();

    public IReadOnlyList<CommitteeComment> Comments => [.. Record.Comments.Where(comment => comment.Ref == Item.Ref)];

    /// <summary>Which levels the evidence tries.</summary>
    public string Tried => IsTried ? TriedLimit is { } limit ? $"What you typed, by {limit} days" : "The levels you typed" : Item.Proposal is { Goes: false } ? "The proposed levels" : AsItStands;

    public IEnumerable<(string Name, string Text)> Links
    {
        get
        {
            var (indicator, definition) = (Item.Indicator, Item.Indicator.Definition);
            string? Level(decimal? level) => level is { } set ? definition.Unit.PrintLevel(set, definition.Decimals) : null;
            (string Name, string? Text)[] all =
            [
                ("Statutory duty", indicator.Duty), ("Strategic priority", indicator.Priority), ("Contract", indicator.Contract),
                ("Benchmark", Level(Item.Proposal?.Benchmark) is { } proposed ? $"{proposed}, {Item.Proposal!.BenchmarkSource}" : Level(Item.Current?.Benchmark)),
                ("Outcome metric", Item.Proposal?.Outcome), ("What is counted", indicator.Meaning),
                ($"Why, in {Year.Before}", Item.Before is { } before ? $"{Core.Papers.Words.Capital(before.Decision.Name())}: {before.Rationale ?? "no rationale"}" : Item.Current?.Rationale), ("Why it was chosen", Item.IsNew ? null : indicator.Rationale),
            ];
            return Item.IsNew && Now.Find(Item.Ref) is null ? [] : all.Where(link => !string.IsNullOrWhiteSpace(link.Text)).Select(link => (link.Name, link.Text!));
        }
    }

    public IActionResult OnGet([FromRoute] string reference) => Show(reference) ? Page() : NotFound();

    protected bool Show(string reference)
    {
        if (!ShowYear() || Review.Find(reference) is not { } item)
        {
            return false;
        }

        (Item, Service) = (item, Review.Services.First(service => service.Items.Contains(item)));
        Form = ProposalForm.Of(Review, item);
        var (target, range) = item.Proposal is { Goes: false } proposal ? (proposal.Target, proposal.Range) : (item.Current?.Target, item.Current?.Range);
        Judge(target, range);
        return true;
    }

    /// <summary>Works out what stands beside the decision, for levels that are proposed or tried.</summary>
    /// <param name="limit">Another limit in days that is tried too.</param>
    protected void Judge(Target? target, ExpectedRange? range, int? limit = null)
    {
        var history = Item.History;
        Checks = target is null && range is null ? [] : RegisterChecks.OfLevels(history, [new Levels(Year.First, Year.Last, target, range, Item.Proposal?.Benchmark, Item.Proposal?.Rationale ?? "")]);
        if (history.LastPeriod is null)
        {
            return;
        }

        Evidence = WhatIf.Of(history, limit is { } days && CaseDays.WithLimit(history, days) is { } tried ? tried : history, target, range, Year);
        Findings = EvidenceSentences.Of(Evidence, history.Indicator, target, Item.Current);
        Chart = Now.Find(Item.Ref) is { } known ? DrawnChart.Of(Now.LatestOf(known), Register.Council.Colour) : null;
    }
}
