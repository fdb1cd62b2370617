namespace Outturn.App.Sheets;

/// <summary>What a column of an analyst's sheet holds.</summary>
internal enum Role
{
    Ref,
    Title,
    Meaning,
    Service,
    Directorate,
    Unit,
    Polarity,
    Kind,
    Frequency,
    Decimals,
    RollUp,
    Year,
    Period,
    Value,
    Numerator,
    Denominator,
    Target,
    Floor,
    Tolerance,
    Lower,
    Upper,
    YearToDate,
    Previous,
    Rating,
    Comment,
    Note,
    YtdRating,
    Direction,
    InRange,
    YtdInRange,

    /// <summary>Known, and worked out by us or not needed: direction of travel, variance, source.</summary>
    WorkedOut,
}

/// <summary>The names by which councils head their columns; marks, capitals and line breaks make no difference.</summary>
internal static class Roles
{
    private static readonly Dictionary<string, Role> Names = Build(
        (Role.Ref, "ref|reference|ref no|reference number|reference no|code|no|id|#|pi ref|kpi ref|indicator ref|measure ref|pi code|kpi code|indicator code|measure code|pi no|kpi no|indicator no|measure no|kpi id|pi id|indicator id|measure id|kpi number|pi number|indicator number|kpi reference|indicator reference|short code|unique ref|unique id"),
        (Role.Title, "indicator|title|measure|kpi|pi|metric|name|indicator title|indicator name|kpi title|kpi name|pi title|pi name|measure title|measure name|metric name|performance indicator|performance measure|key performance indicator|key performance measure|key performance indicators|performance indicators|indicators|measures|kpis|indicator description|kpi description|pi description|measure description|description of indicator|description of measure|kpi measure|kpi indicator|indicator measure|short name|what we measure"),
        (Role.Meaning, "description|definition|what is counted|meaning|full description|indicator definition|kpi definition|measure definition"),
        (Role.Service, "service|team|service area|department|dept|section|division|business area|service team|responsible service|service name|theme"),
        (Role.Directorate, "directorate|group|directorate name"),
        (Role.Unit, "unit|units|unit of measure|unit of measurement|measured in|measure type|data type|format|uom"),
        (Role.Polarity, "polarity|good is|good performance is|good performance|what is good|aim|desired direction|better|better is|which way is better|high or low|high low|good to be|good to be high or low|aim to|aim to be|direction of good performance|higher or lower|bigger or smaller is better|bigger or smaller|bigger smaller is better|desired trend|preferred direction|good is high or low|direction"),
        (Role.Kind, "kind|type|indicator type|kpi type|type of indicator|kind of indicator"),
        (Role.Frequency, "frequency|reporting frequency|reported|how often|period type|collection frequency|frequency of reporting|reporting period type|cycle|collected"),
        (Role.Decimals, "decimals|decimal places|dp|places|no of decimals|number of decimals"),
        (Role.RollUp, "roll up|rollup|year to date method|ytd method|aggregation|calculation of ytd|ytd calculation|accumulation"),
        (Role.Year, "year|financial year|fy|fin year"),
        (Role.Period, "period|reporting period|month|quarter|date|month ending|quarter ending|period ending|reporting month|reporting quarter|qtr|date to|time period"),
        (Role.Value, "value|actual|result|figure|outturn|performance|latest|current|current performance|latest performance|latest figure|latest value|latest result|current value|current figure|actual performance|reported value|score|data|latest outturn|latest data|actual value|this period|current period|this quarter|this month|current quarter|current month|latest quarter|latest month|quarter result|month result|year end|year end outturn|year end result|reported figure|perf|act|year result"),
        (Role.Numerator, "numerator|num|n|numerator value|top line"),
        (Role.Denominator, "denominator|den|denom|out of|base|d|denominator value|bottom line"),
        (Role.Target, "target|target level|annual target|current target|year target|target value|targets|goal|yearly target|tgt|target for year|target for the year|full year target|green|green threshold|quarter target|monthly target|quarterly target|month target"),
        (Role.Floor, "floor|floor standard|threshold|minimum|minimum standard|floor level|floor target|amber red threshold|red threshold|red amber threshold|lower threshold|amber|amber threshold|minimum acceptable|floor standards|red trigger|intervention level|lowest acceptable|floor value|worst acceptable"),
        (Role.Tolerance, "tolerance|tolerance level|amber tolerance|target tolerance|variance allowed"),
        (Role.Lower, "lower|lower expected|expected lower|lower limit|lower bound|expected range lower|expected from|expected min|expected minimum|lower expected level|lower expectation|range lower|lower range|lower expected range|expected low"),
        (Role.Upper, "upper|upper expected|expected upper|upper limit|upper bound|expected range upper|expected to|expected max|expected maximum|upper expected level|upper expectation|range upper|upper range|upper expected range|expected high"),
        (Role.YearToDate, "year to date|ytd|ytd actual|ytd result|year to date actual|cumulative|ytd figure|ytd performance|year to date performance|ytd value|ytd outturn|year so far|year to date result|full year|full year outturn|full year result|annual|annual outturn|annual result|year end figure|year total"),
        (Role.Previous, "previous year|last year|prior year|previous year outturn|last year outturn|prior year outturn|previous years outturn|last years outturn|previous outturn|same period last year|previous year result|last year result|same month last year|same quarter last year|last year actual|previous year actual|prior year actual|py|previous year end|year end last year|baseline|previous|previous year value|ly|prev yr|prev year|previous yr|prior yr|last yr|prev yr outturn|prev year outturn|prev yr actual"),
        (Role.Rating, "rag|rating|status|rag rating|rag status|performance rating|current rag|latest rag|rag rating latest|latest rag status|traffic light|current status|colour|performance status|latest rating|month rag|monthly rag|quarter rag|quarterly rag|period rag|current rating|month rating|quarter rating|actual rag"),
        (Role.Comment, "comment|comments|commentary|narrative|explanation|context|service comments|latest comments|manager comments|managers comments|managers comment|performance commentary|latest commentary|service commentary|service comment|remarks|exception commentary"),
        (Role.Note, "note|notes"),
        (Role.YtdRating, "ytd rating|ytd rag|ytd status|year to date rag|year to date rating|year to date status|rag ytd|rating ytd|rating to date|rag to date|ytd rag rating|ytd rag status"),
        (Role.Direction, "dot|direction of travel|direction travel|travel|trend"),
        (Role.InRange, "against range|in range|in expected range|within range|within expected range|range verdict|latest against range"),
        (Role.YtdInRange, "to date against range|year to date against range|ytd in range|ytd against range|ytd in expected range"),
        (Role.WorkedOut, "change|variance|difference|variance from target|source|source url|data source|owner|lead|lead officer|head of service|portfolio|portfolio holder|cabinet member|lead member|director|manager|service manager|accountable officer|sro|responsible officer|responsible|contact|previous rag|last rag|previous rating|previous rag status|variance to target|movement|against target|short term trend|long term trend|sparkline|chart|directorate order|order"));

    /// <summary>The role of a column of that name (in <see cref="WrittenPeriod.Words"/>), or null.</summary>
    public static Role? Of(string words) =>
        Names.TryGetValue(words, out var role) ? role
        : Plain(words) is var plain && plain != words && Names.TryGetValue(plain, out role) ? role
        : null;

    /// <summary>What a period's figure is given once for: each period can have its own.</summary>
    public static bool IsOfAPeriod(this Role role) => role is >= Role.Value and <= Role.YtdInRange;

    /// <summary>Worked out by us, so that a sheet need not say it; a published dashboard is compared by it.</summary>
    public static bool IsWorkedOut(this Role role) => role >= Role.YtdRating;

    public static bool IsFigure(this Role role) => role is Role.Value or Role.Numerator or Role.Denominator;

    /// <summary>How a column so used is described to the sheet's owner.</summary>
    public static string Text(this Role role) => role switch
    {
        Role.Title => "indicator",
        Role.Meaning => "definition",
        Role.RollUp => "roll-up",
        Role.Value => "figures",
        Role.Floor => "floor standard",
        Role.Tolerance => "floor standard",
        Role.Lower => "lower limit expected",
        Role.Upper => "upper limit expected",
        Role.YearToDate => "year to date, as supplied",
        Role.Previous => "previous year, as supplied",
        Role.Rating => "rating given (compared with ours, not believed)",
        Role.Comment => "commentary",
        Role.YtdRating => "year-to-date rating",
        Role.Direction => "direction of travel",
        Role.InRange => "place in the expected range",
        Role.YtdInRange => "place of the year to date in the expected range",
        _ => role.ToString().ToLowerInvariant(),
    };

    /// <summary>Without the words that say nothing: "the target for" is "target", "target %" is "target".</summary>
    private static string Plain(string words) =>
        string.Join(' ', words.Split(' ').Where(word => word is not ("the" or "for" or "at" or "as" or "in" or "of" or "to" or "and" or "%" or "£" or "data" or "kpi" or "ending" or "end")));

    private static Dictionary<string, Role> Build(params (Role Role, string Names)[] named)
    {
        var all = new Dictionary<string, Role>();
        foreach (var (role, names) in named)
        {
            foreach (var name in names.Split('|'))
            {
                all.TryAdd(name, role);
            }
        }

        return all;
    }
}
