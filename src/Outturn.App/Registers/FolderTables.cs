using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Outcomes;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>Every table of the folder for a register: one line here for each column that the table's shape has.</summary>
internal sealed class FolderTables
{
    private static readonly DateOnly Earliest = new(1901, 1, 1);

    private readonly Register register;
    private readonly Dictionary<string, Post> owners = new(StringComparer.Ordinal);
    private readonly List<Post> posts;

    private FolderTables(Register register)
    {
        (this.register, posts) = (register, [.. register.Posts]);
        foreach (var post in posts)
        {
            owners.TryAdd(post.Title, post);
        }

        foreach (var title in register.Indicators.SelectMany(history => history.Commentaries).Select(commentary => commentary.Owner).OfType<string>().Where(title => !owners.ContainsKey(title)).Distinct())
        {
            Post post = new(NewId(title), title);
            owners.Add(title, post);
            posts.Add(post);
        }
    }

    public static IReadOnlyList<WrittenTable> Of(Register register)
    {
        var tables = new FolderTables(register);
        return [tables.Posts(), tables.Services(), tables.Committees(), tables.Meetings(), tables.Reports(), tables.Indicators(), tables.Targets(), tables.Observations(), tables.Commentary(), tables.Proposals(), tables.Cases(), tables.Mapping(), tables.Neighbours(), tables.Signatures(), tables.Blocks()];
    }

    private WrittenTable Posts() => WrittenTable.Of(PostsFile.Shape, posts,
        ("post", post => post.Id),
        ("title", post => post.Title),
        ("name", post => post.Name),
        ("team", post => post.Team),
        ("role", post => post.Role.Name()),
        ("phone", post => post.Phone),
        ("email", post => post.Email));

    private WrittenTable Services() => WrittenTable.Of(ServicesFile.Shape, register.Services,
        ("service", service => service.Name),
        ("directorate", service => service.Directorate),
        ("director", service => service.Director?.Id),
        ("cabinet_member", service => service.CabinetMember?.Id),
        ("order", service => CellText.Of(service.Order)));

    private WrittenTable Committees() => WrittenTable.Of(CommitteesFile.Shape, register.Committees,
        ("committee", committee => committee.Name),
        ("short_name", committee => committee.ShortName == committee.Name ? null : committee.ShortName),
        ("reports", committee => CellText.Several(committee.Reports)));

    private WrittenTable Meetings() => WrittenTable.Of(MeetingsFile.Shape, register.Meetings,
        ("committee", meeting => meeting.Committee.Name),
        ("date", meeting => CellText.Of(meeting.Date)),
        ("year", meeting => meeting.Year?.ToString()),
        ("ordinal", meeting => meeting.Ordinal),
        ("data_to", meeting => CellText.Of(meeting.DataTo)),
        ("reviewed_on", meeting => CellText.Of(meeting.ReviewedOn)),
        ("item", meeting => meeting.Item));

    private WrittenTable Signatures() => WrittenTable.Of(SignaturesFile.Shape, register.House.Signatures,
        ("label", line => line.Label),
        ("post", line => line.Post.Id),
        ("for", line => line.For));

    private WrittenTable Blocks() => WrittenTable.Of(BlocksFile.Shape, register.House.Blocks,
        ("block", block => block.Name),
        ("heading", block => block.Heading),
        ("obligatory", block => block.IsObligatory ? "yes" : "no"),
        ("for", block => block.For),
        ("wording", block => block.Wording));

    private WrittenTable Reports() => WrittenTable.Of(ReportsFile.Shape, register.Reports,
        ("report", report => report.Name),
        ("kind", report => report.Kind.Name()),
        ("committee", report => report.Committee?.Name),
        ("order", report => CellText.Of(report.Order)));

    private WrittenTable Indicators() => WrittenTable.Of(IndicatorsFile.Shape, register.Indicators,
        ("ref", history => history.Indicator.Ref),
        ("title", history => history.Indicator.Title),
        ("kind", history => history.Indicator.Definition.Kind.Name()),
        ("service", history => history.Indicator.Service.Name),
        ("committees", history => CellText.Several(history.Indicator.Committees.Select(committee => committee.Name.Contains(';') ? committee.ShortName : committee.Name))),
        ("reports", history => CellText.Several(history.Indicator.Reports.Select(report => report.Name))),
        ("part_of", history => history.Indicator.PartOf),
        ("part", history => history.Indicator.Part),
        ("formula", history => history.Indicator.Formula?.ToString()),
        ("unit", history => history.Indicator.Definition.Unit.Name),
        ("decimals", history => CellText.Of(history.Indicator.Definition.Decimals)),
        ("polarity", history => history.Indicator.Definition.Polarity?.Name()),
        ("tolerance", history => CellText.Of(Tolerances(history).FirstOrDefault(tolerance => tolerance != 0) is var first && first != 0 ? first : null)),
        ("frequency", history => history.Indicator.Definition.Frequency.Name()),
        ("roll_up", history => history.Indicator.Definition.RollUp.Name()),
        ("basis", history => history.Indicator.Definition.Basis.Name()),
        ("lag_days", history => CellText.Of(history.Indicator.LagDays)),
        ("since", history => CellText.Of(history.Indicator.Since)),
        ("until", history => CellText.Of(history.Indicator.Until)),
        ("break_from", history => CellText.Several(BreaksOf(history.Indicator).Select(day => CellText.Of(day)!))),
        ("definition_from", history => CellText.Of(history.Indicator.DefinitionFrom)),
        ("definition_reason", history => history.Indicator.DefinitionReason),
        ("suppress_below", history => CellText.Of(history.Indicator.SuppressBelow)),
        ("replaced_by", history => history.Indicator.ReplacedBy),
        ("definition", history => history.Indicator.Meaning),
        ("numerator", history => history.Indicator.Numerator),
        ("denominator", history => history.Indicator.Denominator),
        ("source", history => history.Indicator.Source),
        ("rationale", history => history.Indicator.Rationale),
        ("duty", history => history.Indicator.Duty),
        ("priority", history => history.Indicator.Priority),
        ("contract", history => history.Indicator.Contract),
        ("owner", history => history.Indicator.Owner?.Id),
        ("approver", history => history.Indicator.Approver?.Id));

    private WrittenTable Targets() => WrittenTable.Of(TargetsFile.Shape, Each(history => LevelSpans.Of(history.Targets)),
        ("ref", row => row.Of.Ref),
        ("year", row => Year(row.Of, row.Item)?.ToString()),
        ("from", row => Year(row.Of, row.Item) is null ? CellText.Of(row.Item.From < Earliest ? Earliest : row.Item.From) : null),
        ("to", row => Year(row.Of, row.Item) is null && row.Item.To != DateOnly.MaxValue ? CellText.Of(row.Item.To) : null),
        ("target", row => CellText.Of(row.Item.Target?.Level)),
        ("floor", row => row.Item.FloorDerived && IsByRule(row.Item.Target) ? null : CellText.Of(row.Item.Target?.FloorStandard)),
        ("lower", row => CellText.Of(row.Item.Range?.Lower)),
        ("upper", row => CellText.Of(row.Item.Range?.Upper)),
        ("benchmark", row => CellText.Of(row.Item.Benchmark)),
        ("rationale", row => row.Item.Rationale));

    private WrittenTable Observations() => WrittenTable.Of(ObservationsFile.Shape, Each(history => history.Indicator.Formula is null ? history.Figures : []),
        ("ref", row => row.Of.Ref),
        ("period", row => row.Item.Period.ToString()),
        ("value", row => CellText.Of(row.Item.Observation, row.Of.Definition)),
        ("numerator", row => CellText.Of(row.Item.Observation.Counts?.Numerator)),
        ("denominator", row => CellText.Of(row.Item.Observation.Counts?.Denominator)),
        ("basis", _ => null),
        ("ytd_given", row => CellText.Of(row.Item.YtdGiven)),
        ("previous_given", row => CellText.Of(row.Item.PreviousGiven)),
        ("accepted", row => row.Item.Accepted),
        ("note", row => row.Item.Note));

    private WrittenTable Commentary() => WrittenTable.Of(CommentaryFile.Shape, Each(history => history.Commentaries),
        ("ref", row => row.Of.Ref),
        ("period", row => row.Item.Period.ToString()),
        ("context", row => row.Item.Context),
        ("cause", row => row.Item.Cause),
        ("action", row => row.Item.Action),
        ("owner", row => row.Item.Owner is { } title ? owners[title].Id : null),
        ("due", row => CellText.Of(row.Item.Due)),
        ("recovery", row => row.Item.Recovery));

    private WrittenTable Mapping() => WrittenTable.Of(MappingFile.Shape, register.Links,
        ("metric", link => link.MetricId),
        ("ref", link => link.Ref),
        ("relation", link => link.Relation.Name()),
        ("note", link => link.Note),
        ("who", link => link.Who),
        ("on", link => CellText.Of(link.On)),
        ("review_on", link => CellText.Of(link.ReviewOn)));

    private WrittenTable Neighbours() => WrittenTable.Of(NeighboursFile.Shape, register.Groups.SelectMany(group => group.Members.Select((member, i) => (Group: group, Member: member, Place: i + 1))),
        ("group", row => row.Group.Name),
        ("date", row => CellText.Of(row.Group.Date)),
        ("reason", row => row.Group.Reason),
        ("source", row => row.Group.Source),
        ("place", row => CellText.Of(row.Place)),
        ("member", row => row.Member),
        ("council", _ => null));

    private WrittenTable Cases() => WrittenTable.Of(CaseDaysFile.Shape, Each(history => history.Cases),
        ("ref", row => row.Of.Ref),
        ("period", row => row.Item.Period.ToString()),
        ("days", row => CellText.Of(row.Item.Days)),
        ("cases", row => CellText.Of(row.Item.Cases)));

    private WrittenTable Proposals() => WrittenTable.Of(ProposalsFile.Shape, Each(register.Indicators.Concat(register.Proposed), history => history.Proposals), [
        ("ref", row => row.Of.Ref),
        ("year", row => row.Item.Year.ToString()),
        .. ProposalCells.All.Select(cell => (cell.Column, (Func<(Indicator Of, Proposal Item), string?>)(row => cell.Column == "floor" && IsByRule(row.Item.Target) ? null : cell.Of(row.Item))))]);

    /// <summary>Without the day of a definition that is yet to come, under a first one: in a folder it would be the day of the one in force.</summary>
    internal static IEnumerable<DateOnly> BreaksOf(Indicator indicator) => indicator.DefinitionFrom is null ? [] : indicator.Breaks;

    /// <summary>The tolerances by which an indicator's targets judge: one, in a folder.</summary>
    internal static IEnumerable<decimal> Tolerances(IndicatorHistory history) =>
        history.Targets.All.Select(levels => levels.Target).Concat(history.Proposals.Select(proposal => proposal.Target)).OfType<Target>().Select(target => target.Tolerance).Distinct();

    private IEnumerable<(Indicator Of, T Item)> Each<T>(Func<IndicatorHistory, IEnumerable<T>> of) => Each(register.Indicators, of);

    private static IEnumerable<(Indicator Of, T Item)> Each<T>(IEnumerable<IndicatorHistory> histories, Func<IndicatorHistory, IEnumerable<T>> of) =>
        histories.SelectMany(history => of(history).Select(item => (history.Indicator, item)));

    /// <summary>The year that levels hold for, where they hold for exactly one.</summary>
    private static Period? Year(Indicator indicator, Levels levels) =>
        levels.From >= Earliest && Period.Holding(TargetsFile.YearOf(indicator.Definition.Frequency), levels.From) is var year && year.First == levels.From && year.Last == levels.To ? year : null;

    /// <summary>Whether the council's rule would give a target the floor that it has.</summary>
    private bool IsByRule(Target? target) =>
        target?.FloorStandard is { } floor && register.Council.Tolerance?.Floor(target.Level, target.Polarity) == floor;

    /// <summary>A name for the post of somebody who is known only by it from a commentary.</summary>
    private string NewId(string title)
    {
        var id = title;
        while (posts.Exists(post => post.Id.Equals(id, StringComparison.OrdinalIgnoreCase)))
        {
            id += "-";
        }

        return id;
    }
}
