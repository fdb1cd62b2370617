using Outturn.App.Stores.Facts;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Neighbours;
using Outturn.Core.Outcomes;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>The facts that a register says, for a store to compare with what it knows.</summary>
/// <param name="words">Gives the digest under which a text is kept.</param>
internal sealed class RegisterFacts(Register register, Func<string?, string?> words)
{
    public CouncilFact Council(string? templateDigest) => new()
    {
        Name = register.Council.Name, Code = register.Council.Code, Notice = register.Council.Notice, Counted = register.Council.Counted,
        Direction = register.Council.Direction, Tolerance = register.Council.Tolerance?.Percent, Classification = register.Council.Classification,
        Colour = register.Council.Colour, Template = register.Council.Template, TemplateDigest = templateDigest,
    };

    /// <summary>None where the house has chosen none of it.</summary>
    public IEnumerable<HouseFact> House(string? logoDigest) => register.House is { FileNames: null, Contact: null, Logo: null } ? [] :
    [
        new()
        {
            FileNames = register.House.FileNames, Contact = register.House.Contact, Logo = register.House.Logo?.File, LogoDigest = logoDigest, LogoText = register.House.Logo?.Text,
        },
    ];

    public IEnumerable<HouseStyleFact> Styles() => register.House.Styles.Select(choice => new HouseStyleFact { Style = choice.Style, Name = choice.Name });

    public IEnumerable<SignatureFact> Signatures() => register.House.Signatures.Select(line => new SignatureFact { Place = line.Order, Label = line.Label, Post = line.Post.Id, Owner = line.For });

    public IEnumerable<TextBlockFact> Blocks() => register.House.Blocks.Select(block => new TextBlockFact
    {
        Place = block.Order, Block = block.Name, Heading = block.Heading, Obligatory = block.IsObligatory, Owner = block.For, Wording = block.Wording,
    });

    public IEnumerable<AgendaItemFact> AgendaItems() => register.Meetings.Where(meeting => meeting.Item is not null).Select(meeting => new AgendaItemFact
    {
        Committee = meeting.Committee.Name, Day = meeting.Date, Item = meeting.Item!,
    });

    public byte[]? LogoBytes => register.House.Logo?.Bytes;

    public IEnumerable<PostFact> Posts() => register.Posts.Select((post, i) => new PostFact
    {
        Post = post.Id, Title = post.Title, Role = post.Role, NameWords = words(post.Name), Team = post.Team,
        PhoneWords = words(post.Phone), EmailWords = words(post.Email), Place = i + 1,
    });

    public IEnumerable<ServiceFact> Services() => register.Services.Select(service => new ServiceFact
    {
        Service = service.Name, Directorate = service.Directorate, Director = service.Director?.Id, CabinetMember = service.CabinetMember?.Id, Place = service.Order,
    });

    public IEnumerable<CommitteeFact> Committees() => register.Committees.Select((committee, i) => new CommitteeFact
    {
        Committee = committee.Name, ShortName = committee.ShortName, Receives = string.Join(';', committee.Reports), Place = i + 1,
    });

    public IEnumerable<MeetingFact> Meetings() => register.Meetings.Select(meeting => new MeetingFact
    {
        Committee = meeting.Committee.Name, Day = meeting.Date, Year = meeting.Year?.First.Year, OrdinalName = meeting.Ordinal, DataTo = meeting.DataTo, ReviewedOn = meeting.ReviewedOn,
    });

    public IEnumerable<ReportFact> Reports() => register.Reports.Select(report => new ReportFact
    {
        Report = report.Name, Kind = report.Kind.Name(), Committee = report.Committee?.Name, Place = report.Order,
    });

    public IEnumerable<DescriptionFact> Descriptions() => register.Indicators.Select((history, i) => Description(history.Indicator, i + 1));

    /// <summary>The definitions in force.</summary>
    public IEnumerable<DefinitionFact> Definitions() => register.Indicators.Select(history => Definition(history.Indicator, history.Indicator.DefinitionFrom ?? DateOnly.MinValue));

    /// <summary>A mark for each other day on which a series broke: a register does not say how it was counted then.</summary>
    public IEnumerable<DefinitionFact> OtherBreaks() => register.Indicators.SelectMany(history =>
        history.Indicator.Breaks.Where(day => day != history.Indicator.DefinitionFrom).Select(day => Definition(history.Indicator, day)));

    public IEnumerable<SuppressionFact> Suppressions() => register.Indicators.Where(history => history.Indicator.SuppressBelow is not null)
        .Select(history => new SuppressionFact { Ref = history.Indicator.Ref, Below = history.Indicator.SuppressBelow!.Value });

    public IEnumerable<PlacementFact> Placements() => register.Indicators.SelectMany(history => history.Indicator.Committees
        .Select((committee, i) => new PlacementFact { Ref = history.Indicator.Ref, Kind = PlacementKind.Committee, Name = committee.Name, Place = i + 1 })
        .Concat(history.Indicator.Reports.Select((report, i) => new PlacementFact { Ref = history.Indicator.Ref, Kind = PlacementKind.Report, Name = report.Name, Place = i + 1 })));

    public IEnumerable<LevelsFact> Levels() => register.Indicators.SelectMany(history => history.Targets.All.Select(levels => LevelsOf(history.Indicator, levels, words)));

    /// <param name="words">Keeps a text and gives its digest.</param>
    public static LevelsFact LevelsOf(Indicator indicator, Levels levels, Func<string?, string?> words) => new()
    {
        Ref = indicator.Ref, Starts = levels.From, Ends = levels.To, Target = levels.Target?.Level,
        FloorStandard = levels.FloorDerived ? null : levels.Target?.FloorStandard, Tolerance = levels.Target?.Tolerance ?? 0,
        Lower = levels.Range?.Lower, Upper = levels.Range?.Upper, Benchmark = levels.Benchmark, RationaleWords = words(levels.Rationale),
    };

    public IEnumerable<ProposalFact> Proposals() => Proposing().SelectMany(history => history.Proposals.Select(proposal => ProposalOf(history.Indicator.Ref, proposal, words)));

    /// <param name="words">Keeps a text and gives its digest.</param>
    public static ProposalFact ProposalOf(string reference, Proposal proposal, Func<string?, string?> words) => new()
    {
        Ref = reference, Frequency = proposal.Year.Frequency, Ordinal = proposal.Year.Ordinal, Decision = proposal.Decision,
        Target = proposal.Target?.Level, FloorStandard = proposal.Target?.FloorStandard, Tolerance = proposal.Target?.Tolerance ?? 0,
        Lower = proposal.Range?.Lower, Upper = proposal.Range?.Upper, RationaleWords = words(proposal.Rationale),
    };

    public IEnumerable<ProposalSheetFact> ProposalSheets() => Proposing().SelectMany(history => history.Proposals.Select(proposal => SheetOf(history.Indicator.Ref, proposal)).OfType<ProposalSheetFact>());

    /// <summary>What a proposal says beside decision, levels and rationale; null where it says nothing.</summary>
    public static ProposalSheetFact? SheetOf(string reference, Proposal proposal)
    {
        var sheet = proposal.Sheet ?? new SheetChange();
        return sheet.IsEmpty && proposal is { Breaks: false, Successor: null, Benchmark: null, BenchmarkSource: null, Outcome: null } ? null : new ProposalSheetFact
        {
            Ref = reference, Frequency = proposal.Year.Frequency, Ordinal = proposal.Year.Ordinal, Title = sheet.Title, Service = sheet.Service, Committees = sheet.Committees,
            Kind = sheet.Kind, Unit = sheet.Unit, Decimals = sheet.Decimals, Polarity = sheet.Polarity, Measured = sheet.Frequency, RollUp = sheet.RollUp, Basis = sheet.Basis,
            LagDays = sheet.LagDays, Meaning = sheet.Meaning, Numerator = sheet.Numerator, Denominator = sheet.Denominator, Source = sheet.Source, Duty = sheet.Duty,
            Priority = sheet.Priority, Contract = sheet.Contract, Breaks = proposal.Breaks, Successor = proposal.Successor, Benchmark = proposal.Benchmark,
            BenchmarkSource = proposal.BenchmarkSource, Outcome = proposal.Outcome,
        };
    }

    public IEnumerable<CaseDaysFact> Cases() => register.Indicators.SelectMany(history => history.Cases.Select(closed => new CaseDaysFact
    {
        Ref = history.Indicator.Ref, Frequency = closed.Period.Frequency, Ordinal = closed.Period.Ordinal, Days = closed.Days, Cases = closed.Cases,
    }));

    public IEnumerable<MetricLinkFact> Links() => register.Links.Select(LinkOf);

    public static MetricLinkFact LinkOf(MetricLink link) => new()
    {
        Metric = link.MetricId, Ref = link.Ref ?? "", Relation = link.Relation, Note = link.Note, Who = link.Who, SaidOn = link.On, ReviewOn = link.ReviewOn,
    };

    public IEnumerable<NeighbourGroupFact> Groups() => register.Groups.Select(GroupOf);

    public static NeighbourGroupFact GroupOf(OwnGroup group) => new()
    {
        Name = group.Name, AsOf = group.Date, Reason = group.Reason, Source = group.Source, Members = string.Join(NeighbourGroupFact.Between, group.Members),
    };

    public IEnumerable<OwnTextFact> Texts() => register.Texts.Select(text => new OwnTextFact { TextPlace = text.Key, ContentWords = words(text.Value) });

    public IEnumerable<CommentaryFact> Commentaries() => register.Indicators.SelectMany(history => history.Commentaries.Select(commentary => Commentary(history.Indicator.Ref, commentary)));

    /// <summary>Of what services give: the figures of a worked-out indicator are made anew whenever they are asked for.</summary>
    public IEnumerable<(ObservationFact Fact, Figure Figure)> Observations() => register.Indicators.Where(history => history.Indicator.Formula is null).SelectMany(history =>
        history.Figures.Select(figure => (Observation(history.Indicator.Ref, figure), figure)));

    public CommentaryFact Commentary(string reference, Commentary commentary) => new()
    {
        Ref = reference, Frequency = commentary.Period.Frequency, Ordinal = commentary.Period.Ordinal, ContextWords = words(commentary.Context),
        CauseWords = words(commentary.Cause), ActionWords = words(commentary.Action), Owner = commentary.Owner, Due = commentary.Due, Recovery = commentary.Recovery,
    };

    public ObservationFact Observation(string reference, Figure figure) => new()
    {
        Ref = reference, Frequency = figure.Period.Frequency, Ordinal = figure.Period.Ordinal, Value = figure.Observation.Typed,
        Numerator = figure.Observation.Counts?.Numerator, Denominator = figure.Observation.Counts?.Denominator, Marker = figure.Observation.Marker,
        YtdGiven = figure.YtdGiven, PreviousGiven = figure.PreviousGiven, AcceptedWords = words(figure.Accepted), NoteWords = words(figure.Note),
    };

    private IEnumerable<IndicatorHistory> Proposing() => register.Indicators.Concat(register.Proposed);

    private DescriptionFact Description(Indicator indicator, int place) => new()
    {
        Ref = indicator.Ref, Title = indicator.Title, Service = indicator.Service.Name, LagDays = indicator.LagDays, Since = indicator.Since, Until = indicator.Until,
        ReplacedBy = indicator.ReplacedBy, PartOf = indicator.PartOf, Part = indicator.Part, RationaleWords = words(indicator.Rationale), Duty = indicator.Duty,
        Priority = indicator.Priority, Contract = indicator.Contract, Owner = indicator.Owner?.Id, Approver = indicator.Approver?.Id, Place = place,
    };

    private DefinitionFact Definition(Indicator indicator, DateOnly starts) => new()
    {
        Ref = indicator.Ref, Starts = starts, IsBreak = indicator.Breaks.Contains(starts),
        ReasonWords = starts == (indicator.DefinitionFrom ?? DateOnly.MinValue) ? words(indicator.DefinitionReason) : null,
        Kind = indicator.Definition.Kind, Unit = indicator.Definition.Unit.Name, Decimals = indicator.Definition.Decimals, Polarity = indicator.Definition.Polarity,
        Frequency = indicator.Definition.Frequency, RollUp = indicator.Definition.RollUp, Basis = indicator.Definition.Basis, Meaning = indicator.Meaning,
        Numerator = indicator.Numerator, Denominator = indicator.Denominator, Source = indicator.Source, Formula = indicator.Formula?.ToString(),
    };
}
