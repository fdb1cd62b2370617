using Microsoft.AspNetCore.Http;
using Outturn.App.Collection;
using Outturn.App.Collection.Templates;
using Outturn.App.Registers;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The form of one figure: what stands beside it, what is typed, and what that comes to.</summary>
public sealed class FigureForm
{
    /// <summary>The boxes of a form: the name of each, and the heading of a template that means the same.</summary>
    public static readonly (string Key, string Heading)[] Fields =
    [
        ("value", TemplateColumns.Value), ("numerator", TemplateColumns.Numerator), ("denominator", TemplateColumns.Denominator), ("marker", TemplateColumns.Marker), ("note", TemplateColumns.Note),
        ("forecast", TemplateColumns.Forecast), ("forecast-reason", TemplateColumns.ForecastReason), ("context", TemplateColumns.Context), ("cause", TemplateColumns.Cause), ("action", TemplateColumns.Action),
        ("owner", TemplateColumns.Owner), ("due", TemplateColumns.Due), ("recovery", TemplateColumns.Recovery), ("internal", TemplateColumns.InternalNote),
    ];

    /// <summary>What a Red owes: box, label, and what it is for.</summary>
    public static readonly (string Key, string Label, string Hint)[] OfRed =
    [
        ("cause", "Cause", "Why it is what it is."), ("action", "Action", "What is being done about it."), ("owner", "Owner", "The post that answers for the action."),
        ("due", "Done by", "A day, such as 30/09/2020."), ("recovery", "Expected recovery", "When it is expected to be back, such as Mar 2021."),
    ];

    private readonly Dictionary<string, string?> typed;

    private FigureForm(CouncilNow now, IndicatorHistory history, Period period, TemplateRow row, Dictionary<string, string?> typed)
    {
        (Now, History, Period, Row, this.typed) = (now, history, period, row, typed);
        LastTwelve =
        [
            .. history.SeriesTo(period.Before).Figures().TakeLast(12)
                .Select(pair => (pair.Period, pair.Figure.Value is { } value ? Indicator.Definition.Unit.Print(value, pair.Figure.Decimals) : pair.Figure.WhyNot?.Text() ?? "", pair.Figure.Rating)),
        ];
        Read = TypedFigure.Read(now.Register!, history, period, typed);
        Preview = Read.Submission is { } submission ? PreviewOf(submission) : null;
    }

    private CouncilNow Now { get; }

    public IndicatorHistory History { get; }

    public Indicator Indicator => History.Indicator;

    public Period Period { get; }

    /// <summary>What stands beside the entry.</summary>
    public TemplateRow Row { get; }

    public TypedFigure Read { get; }

    /// <summary>The figure rated as it would be; null while nothing can be read.</summary>
    public DashboardIndicator? Preview { get; }

    /// <summary>What would need a reason.</summary>
    public IReadOnlyList<SubmissionWarning> Warnings { get; set; } = [];

    /// <summary>What this is called among the forms of a page.</summary>
    public string Id => FigureId.Of(Indicator.Ref, Period);

    public string Prefix => PrefixOf(Indicator.Ref, Period);

    /// <summary>How far it has come.</summary>
    public FigureState State => Now.StateOf(Indicator.Ref, Period);

    /// <summary>Whether a figure stands there that came by no round.</summary>
    public bool IsOfRecord => Row.Known is not null && State.State == CollectionState.Awaited;

    /// <summary>Whether something is said that only a Red owes.</summary>
    public bool HasRedParts => OfRed.Any(part => this[part.Key].Length > 0);

    public bool IsBlank => Read is { Submission: null, Errors.Count: 0 };

    /// <summary>Whether it is Red by the rating that the council counts.</summary>
    public bool IsRed => Preview is { IsKpi: true } preview && preview.RatingBy(Now.Register!.Council.Counted).Colour == RagRating.Red;

    /// <summary>The last twelve figures before it, oldest first.</summary>
    public IReadOnlyList<(Period Period, string Text, Rating? Rating)> LastTwelve { get; }

    /// <summary>What was said of the last Red, and what was promised and is not over yet.</summary>
    public Commentary? LastSaid => History.Commentaries.Where(said => said.Period < Period && (said.Cause ?? said.Action) is not null).MaxBy(said => said.Period);

    public IEnumerable<Commentary> OpenActions => History.Commentaries.Where(said => said.Period < Period && said.Action is not null && said.Due >= Now.Day);

    public string this[string key] => typed.GetValueOrDefault(HeadingOf(key)) ?? "";

    /// <summary>As a form sent it.</summary>
    public static FigureForm Of(CouncilNow now, IndicatorHistory history, Period period, IFormCollection form)
    {
        var prefix = PrefixOf(history.Indicator.Ref, period);
        return new FigureForm(now, history, period, TemplateRow.Of(history, period, null), Fields.ToDictionary(field => field.Heading, field => (string?)form[prefix + field.Key].ToString()));
    }

    /// <summary>As it is known, or as a draft has it.</summary>
    public static FigureForm Of(CouncilNow now, IndicatorHistory history, Period period, (Forecast? Forecast, string? InternalNote) beside, IReadOnlyDictionary<string, string?>? draft)
    {
        var row = TemplateRow.Of(history, period, beside.Forecast);
        var known = new Dictionary<string, string?>(draft ?? TypedFigure.Fields(row.Known is { } submission ? submission with { InternalNote = beside.InternalNote } : null));
        return new FigureForm(now, history, period, row, known);
    }

    /// <summary>What is typed, to be kept as a draft.</summary>
    public IReadOnlyDictionary<string, string?> Typed => typed;

    /// <summary>The owner's own post, where nobody has named another.</summary>
    public string Suggested(string key) => this[key] is { Length: > 0 } text ? text : key == "owner" ? Indicator.Owner?.Title ?? "" : "";

    public SentFigure Sent(EvidenceFile? evidence) => new(Indicator.Ref, Read.Submission!, evidence, IsWhole: true);

    /// <summary>What the names of a figure's boxes begin with.</summary>
    public static string PrefixOf(string reference, Period period) => $"{FigureId.Of(reference, period)}.";

    private static string HeadingOf(string key) => Fields.First(field => field.Key == key).Heading;

    private DashboardIndicator PreviewOf(Submission submission)
    {
        var figure = new Figure(Period, submission.Observation, submission.YtdGiven, submission.PreviousGiven, Note: submission.Note);
        var history = History with { Figures = [.. History.Figures.Where(known => known.Period != Period).Append(figure).OrderBy(known => known.Period)] };
        return DashboardIndicator.Of(history, Period, Period.Last, Now.Day);
    }
}
