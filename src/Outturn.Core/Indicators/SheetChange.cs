using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Core.Indicators;

/// <summary>What a proposal changes on an indicator's definition sheet: null is left as it is. For a new indicator it is the whole sheet.</summary>
public sealed record SheetChange
{
    /// <summary>What stands for a text that is taken away, where null says that it stays.</summary>
    public const string Cleared = "-";

    public string? Title { get; init; }

    /// <summary>The service's name.</summary>
    public string? Service { get; init; }

    /// <summary>The committees' names, with semicolons between.</summary>
    public string? Committees { get; init; }

    public IndicatorKind? Kind { get; init; }

    /// <summary>The unit's name.</summary>
    public string? Unit { get; init; }

    public int? Decimals { get; init; }

    public Polarity? Polarity { get; init; }

    public Frequency? Frequency { get; init; }

    public RollUp? RollUp { get; init; }

    public Basis? Basis { get; init; }

    public int? LagDays { get; init; }

    /// <summary>What is counted, what is in and what is out.</summary>
    public string? Meaning { get; init; }

    public string? Numerator { get; init; }

    public string? Denominator { get; init; }

    public string? Source { get; init; }

    public string? Duty { get; init; }

    public string? Priority { get; init; }

    public string? Contract { get; init; }

    /// <summary>Whether it says nothing at all.</summary>
    public bool IsEmpty => this == new SheetChange();

    /// <summary>Whether it changes what is counted or how, and so the figures, and not only what is written about them.</summary>
    public bool ChangesCount => this with { Title = null, Service = null, Committees = null, LagDays = null, Decimals = null, Source = null, Duty = null, Priority = null, Contract = null } is { IsEmpty: false };

    /// <summary>Without what is so already.</summary>
    public SheetChange Against(Indicator current) => new()
    {
        Title = Unless(Title, current.Title),
        Service = Unless(Service, current.Service.Name),
        Committees = Unless(Committees, CommitteesOf(current)),
        Kind = Kind == current.Definition.Kind ? null : Kind,
        Unit = Unless(Unit, current.Definition.Unit.Name),
        Decimals = Decimals == current.Definition.Decimals ? null : Decimals,
        Polarity = Polarity == current.Definition.Polarity ? null : Polarity,
        Frequency = Frequency == current.Definition.Frequency ? null : Frequency,
        RollUp = RollUp == current.Definition.RollUp ? null : RollUp,
        Basis = Basis == current.Definition.Basis ? null : Basis,
        LagDays = LagDays == current.LagDays ? null : LagDays,
        Meaning = Unless(Meaning, current.Meaning),
        Numerator = Unless(Numerator, current.Numerator),
        Denominator = Unless(Denominator, current.Denominator),
        Source = Unless(Source, current.Source),
        Duty = Unless(Duty, current.Duty),
        Priority = Unless(Priority, current.Priority),
        Contract = Unless(Contract, current.Contract),
    };

    /// <summary>Each thing that changes: what it is called, what stood and what is to stand.</summary>
    public IEnumerable<(string Name, string? From, string? To)> Differences(Indicator current)
    {
        var (definition, to) = (current.Definition, Against(current));
        return new (string Name, string? From, string? To)[]
        {
            ("title", current.Title, to.Title),
            ("service", current.Service.Name, to.Service),
            ("committees", CommitteesOf(current), to.Committees),
            ("kind", Word(definition.Kind), to.Kind is { } kind ? Word(kind) : null),
            ("unit", definition.Unit.Name, to.Unit),
            ("decimals", $"{definition.Decimals}", to.Decimals?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("polarity", definition.Polarity is { } way ? $"{way.Name()} is better" : null, to.Polarity is { } polarity ? $"{polarity.Name()} is better" : null),
            ("frequency", definition.Frequency.Adjective(), to.Frequency?.Adjective()),
            ("roll-up", definition.RollUp.Name(), to.RollUp?.Name()),
            ("basis", $"{definition.Basis}".ToLowerInvariant(), to.Basis?.ToString().ToLowerInvariant()),
            ("days until due", $"{current.LagDays}", to.LagDays?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("definition", current.Meaning, to.Meaning),
            ("numerator", current.Numerator, to.Numerator),
            ("denominator", current.Denominator, to.Denominator),
            ("source", current.Source, to.Source),
            ("statutory duty", current.Duty, to.Duty),
            ("strategic priority", current.Priority, to.Priority),
            ("contract", current.Contract, to.Contract),
        }.Where(difference => difference.To is not null).Select(difference => difference.To == Cleared ? difference with { To = null } : difference);
    }

    /// <summary>Why an indicator cannot become so, or null where it can.</summary>
    /// <param name="current">Null for a new indicator.</param>
    public string? Refusal(Indicator? current)
    {
        var unit = new Unit(Unit ?? current?.Definition.Unit.Name ?? "");
        var kind = Kind ?? current?.Definition.Kind ?? IndicatorKind.Kpi;
        return unit.Refusal is { } noRate ? $"The unit {unit.Name} {noRate}"
            : current is null && string.IsNullOrWhiteSpace(Title) ? "A new indicator needs a title."
            : current is null && string.IsNullOrWhiteSpace(Service) ? "A new indicator needs a service."
            : current is null && Frequency is null ? "A new indicator needs a frequency: how often it is measured."
            : current is null && string.IsNullOrWhiteSpace(Meaning) ? "A new indicator needs a definition: what is counted, what is in and what is out."
            : kind == IndicatorKind.Kpi && (Polarity ?? current?.Definition.Polarity) is null ? "A KPI needs to say which way is better: higher, lower or closest."
            : Definition.Refusal(unit, RollUp ?? current?.Definition.RollUp ?? Indicators.RollUp.Latest) is { } refusal ? $"The roll-up does not fit: {refusal}"
            : null;
    }

    /// <summary>The indicator as it is to be from a day on.</summary>
    /// <exception cref="ArgumentException">What <see cref="Refusal"/> says.</exception>
    public Indicator ApplyTo(Indicator current, IReadOnlyList<Service> services, IReadOnlyList<Committee> committees) => current with
    {
        Title = Title ?? current.Title,
        Service = Service is null ? current.Service : services.FirstOrDefault(service => service.Name == Service) ?? new Service(Service, 0),
        Committees = Committees is null ? current.Committees : CommitteesNamed(Committees, committees),
        Definition = DefinitionOver(current.Definition),
        LagDays = LagDays ?? current.LagDays,
        Meaning = Over(Meaning, current.Meaning),
        Numerator = Over(Numerator, current.Numerator),
        Denominator = Over(Denominator, current.Denominator),
        Source = Over(Source, current.Source),
        Duty = Over(Duty, current.Duty),
        Priority = Over(Priority, current.Priority),
        Contract = Over(Contract, current.Contract),
    };

    /// <summary>The indicator that a whole sheet describes.</summary>
    /// <exception cref="ArgumentException">What <see cref="Refusal"/> says of a new one.</exception>
    public Indicator Whole(string reference, DateOnly since, string? rationale, IReadOnlyList<Service> services, IReadOnlyList<Committee> committees)
    {
        if (Refusal(null) is { } refusal)
        {
            throw new ArgumentException(refusal, nameof(reference));
        }

        var blank = new Definition(IndicatorKind.Kpi, new Unit(""), 0, null, Periods.Frequency.Month, Indicators.RollUp.Latest);
        return ApplyTo(new Indicator(reference, Title!, new Service(Service!, 0), [], blank) { Since = since, Rationale = rationale }, services, committees);
    }

    /// <summary>The names of the committees that carry an indicator, with semicolons between.</summary>
    public static string CommitteesOf(Indicator indicator) => string.Join(';', indicator.Committees.Select(committee => committee.Name));

    private Definition DefinitionOver(Definition current) => new(
        Kind ?? current.Kind, Unit is null ? current.Unit : new Unit(Unit), Decimals ?? current.Decimals, Polarity ?? current.Polarity,
        Frequency ?? current.Frequency, RollUp ?? current.RollUp, Basis ?? current.Basis)
    {
        IsRollUpUnsaid = RollUp is null && current.IsRollUpUnsaid,
    };

    private static Committee[] CommitteesNamed(string names, IReadOnlyList<Committee> committees) =>
        [.. names.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(name => committees.FirstOrDefault(committee => committee.IsCalled(name))).OfType<Committee>()];

    private static string? Unless(string? to, string? current) => to is null || to == (current ?? Cleared) ? null : to;

    private static string? Over(string? to, string? current) => to is null ? current : to == Cleared ? null : to;

    private static string Word(IndicatorKind kind) => kind == IndicatorKind.Kpi ? "KPI" : "activity indicator";
}
