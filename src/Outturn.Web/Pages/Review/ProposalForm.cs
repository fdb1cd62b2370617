using System.Globalization;
using Microsoft.AspNetCore.Http;
using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Core.Targets;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A page with the form of a proposal on it.</summary>
public interface IProposalPage
{
    public ProposalForm Form { get; }

    public Register Register { get; }

    public Period Year { get; }

    /// <summary>Whether the sheet asks for the service; a new indicator's is the one whose page it is proposed on.</summary>
    public bool AsksService { get; }
}

/// <summary>The form of one proposal: what is typed in it, and the proposal that it makes. A definition sheet that is left as it stands changes nothing.</summary>
public sealed class ProposalForm
{
    public const string DecisionBox = "decision";
    public const string RationaleBox = "rationale";
    public const string CommitteesBox = "committees";

    public static readonly (string Name, string Label)[] OfKpi = [("target", "Target"), ("floor", "Floor standard")];
    public static readonly (string Name, string Label)[] OfActivity = [("lower", "Lower limit"), ("upper", "Upper limit")];

    private const int MostLag = 400;
    private const int MostDecimals = 6;
    private const int MostDays = 10_000;

    /// <summary>The boxes of the definition sheet that hold a text which may be emptied.</summary>
    private static readonly string[] Texts = ["meaning", "numerator", "denominator", "source", "duty", "priority", "contract"];

    /// <summary>All boxes of the definition sheet.</summary>
    private static readonly string[] SheetBoxes = ["title", "service", CommitteesBox, "kind", "unit", "decimals", "polarity", "frequency", "rollup", "basis", "lag", "breaks", .. Texts];

    private readonly IReadOnlyDictionary<string, string> fields;

    private ProposalForm(Indicator? current, Levels? levels, IReadOnlyDictionary<string, string> fields) => (Current, InForce, this.fields) = (current, levels, fields);

    /// <summary>The indicator as it stands in the register; null for a new one.</summary>
    public Indicator? Current { get; }

    public bool IsNew => Current is null;

    private Levels? InForce { get; }

    public string this[string field] => fields.GetValueOrDefault(field) ?? "";

    public IReadOnlyCollection<string> ChosenCommittees => this[CommitteesBox].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>An empty form for a new indicator of a service.</summary>
    public static ProposalForm Blank(Service service) => new(null, null, new Dictionary<string, string>
    {
        [DecisionBox] = Decisions.Name(Decision.New), ["service"] = service.Name, ["kind"] = "kpi", ["unit"] = "%", ["decimals"] = "0", ["frequency"] = Frequency.Month.Name(), ["rollup"] = RollUp.Ratio.Name(), ["basis"] = Basis.Period.Name(), ["lag"] = "20",
    });

    /// <summary>As it is proposed; where nothing is, as it stands.</summary>
    public static ProposalForm Of(AnnualReview review, ReviewItem item)
    {
        var (current, proposal) = (CurrentOf(review, item), item.Proposal);
        var sheet = proposal is { Stays: true, Sheet: { } change } ? change.ApplyTo(item.Indicator, review.Register.Services, review.Register.Committees) : item.Indicator;
        var (target, range) = proposal is null || proposal.Goes ? (item.Current?.Target, item.Current?.Range) : (proposal.Target, proposal.Range);
        var fields = SheetOf(sheet);
        foreach (var (key, value) in new[]
        {
            (DecisionBox, proposal?.Decision.Name()), (RationaleBox, proposal?.Rationale), ("target", Plain(target?.Level)), ("floor", Plain(target?.FloorStandard)), ("lower", Plain(range?.Lower)), ("upper", Plain(range?.Upper)),
            ("benchmark", Plain(proposal?.Benchmark)), ("benchmark-source", proposal?.BenchmarkSource), ("outcome", proposal?.Outcome), ("successor", proposal?.Successor), ("breaks", proposal?.Breaks == true ? "yes" : null),
        })
        {
            fields[key] = value ?? "";
        }

        return new ProposalForm(current, item.Current, fields);
    }

    /// <summary>As it was sent.</summary>
    public static ProposalForm Sent(AnnualReview review, ReviewItem item, IFormCollection form) => new(CurrentOf(review, item), item.Current, Typed(form));

    /// <summary>A new indicator of a service, as it was sent.</summary>
    public static ProposalForm Sent(Service service, IFormCollection form) => new(null, null, new Dictionary<string, string>(Typed(form)) { ["service"] = service.Name });

    /// <summary>Whether the form is to show its definition sheet: something on it differs, or is wrong.</summary>
    public bool ShowsSheet(FormErrors errors) => IsNew || SheetBoxes.Any(box => errors[box] is not null) || (fields.ContainsKey("title") && Differs(SheetOf(Current!)));

    /// <summary>The proposal as it is typed; null where it cannot be read, and then the errors say what is wrong with which box.</summary>
    public Proposal? Read(Register register, Period year, FormErrors errors)
    {
        var decision = IsNew ? Decision.New : Decisions.Read(this[DecisionBox]);
        if (decision is null)
        {
            errors.Add(DecisionBox, "Choose what is proposed: keep, amend, remove or replace.");
        }

        var sheet = decision is Decision.Remove or Decision.Replace ? null : Sheet(register, errors);
        var (target, range) = decision is Decision.Remove or Decision.Replace ? (null, null) : LevelsTyped(sheet, errors);
        var benchmark = Number("benchmark", sheet, errors);
        if (errors.Any || decision is not { } decided)
        {
            if (Text(RationaleBox) is null)
            {
                errors.Add(RationaleBox, ProposalRules.NoRationale);
            }

            return null;
        }

        var changes = Current is null ? sheet : sheet?.Against(Current) is { IsEmpty: false } differs ? differs : null;
        if (Current is null && sheet!.Refusal(null) is { } refusal)
        {
            errors.Add("title", refusal);
            return null;
        }

        var indicator = Current ?? sheet!.Whole("new", year.First, null, register.Services, register.Committees);
        return new Proposal(Core.Collection.NewYear.OwnYear(indicator, year), decided, target, range, Text(RationaleBox))
        {
            Sheet = changes, Breaks = this["breaks"] == "yes" && Current is not null, Successor = decided == Decision.Replace ? Text("successor") : null,
            Benchmark = benchmark, BenchmarkSource = Text("benchmark-source"), Outcome = Text("outcome"),
        };
    }

    /// <summary>The levels that are typed, to be tried out.</summary>
    public (Target? Target, ExpectedRange? Range) Levels(Register register, FormErrors errors) => LevelsTyped(Sheet(register, errors), errors);

    /// <summary>The limit in days that is to be tried out; null where none is typed.</summary>
    public int? Limit(FormErrors errors)
    {
        if (this["limit"].Length == 0)
        {
            return null;
        }

        return Whole("limit", "The limit in days", MostDays, errors);
    }

    /// <summary>Says what a proposal still owes, each beside its box.</summary>
    public void Refuse(Proposal proposal, FormErrors errors)
    {
        foreach (var (part, reason) in ProposalRules.ByPart(Current, InForce, proposal))
        {
            errors.Add(part switch
            {
                ProposalPart.Decision => IsNew ? "title" : DecisionBox,
                ProposalPart.Target => (proposal.Sheet?.Kind ?? Current?.Definition.Kind) == IndicatorKind.Activity ? "lower" : "target",
                ProposalPart.Successor => "successor",
                ProposalPart.BenchmarkSource => "benchmark-source",
                ProposalPart.Breaks => "breaks",
                ProposalPart.Sheet => "title",
                _ => RationaleBox,
            }, reason);
        }
    }

    private static Dictionary<string, string> Typed(IFormCollection form) => form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(
        field => field.Key, field => field.Key == CommitteesBox ? string.Join(';', field.Value.OfType<string>()) : field.Value.ToString().Trim(), StringComparer.Ordinal);

    private bool Differs(Dictionary<string, string> stands) =>
        this["breaks"] == "yes" || stands.Any(box => box.Key == CommitteesBox ? !IsSameSet(box.Value) : this[box.Key].ReplaceLineEndings("\n") != box.Value.ReplaceLineEndings("\n").Trim());

    /// <summary>Whether the ticked committees are those, in whichever order they stand.</summary>
    private bool IsSameSet(string committees) => ChosenCommittees.ToHashSet().SetEquals(committees.Split(';', StringSplitOptions.RemoveEmptyEntries));

    private static Indicator? CurrentOf(AnnualReview review, ReviewItem item) => review.Register.Find(item.Ref)?.Indicator;

    private static string Plain(decimal? level) => level is { } set ? Unit.Bare(set, Unit.DecimalsOf(set)) : "";

    private static Dictionary<string, string> SheetOf(Indicator indicator)
    {
        var definition = indicator.Definition;
        return new Dictionary<string, string?>
        {
            ["title"] = indicator.Title, ["service"] = indicator.Service.Name, [CommitteesBox] = SheetChange.CommitteesOf(indicator), ["kind"] = definition.Kind.Name(), ["unit"] = definition.Unit.Name,
            ["decimals"] = definition.Decimals.ToString(CultureInfo.InvariantCulture), ["polarity"] = definition.Polarity?.Name(), ["frequency"] = definition.Frequency.Name(), ["rollup"] = definition.RollUp.Name(), ["basis"] = definition.Basis.Name(),
            ["lag"] = indicator.LagDays.ToString(CultureInfo.InvariantCulture), ["meaning"] = indicator.Meaning, ["numerator"] = indicator.Numerator, ["denominator"] = indicator.Denominator, ["source"] = indicator.Source,
            ["duty"] = indicator.Duty, ["priority"] = indicator.Priority, ["contract"] = indicator.Contract,
        }.ToDictionary(field => field.Key, field => field.Value ?? "");
    }

    /// <summary>The definition sheet as it is typed; null where the form has none, and the indicator stays as it is.</summary>
    private SheetChange? Sheet(Register register, FormErrors errors)
    {
        if (!fields.ContainsKey("title"))
        {
            return null;
        }

        var (kind, frequency, rollUp, basis) = (Kinds.Read(this["kind"]), Frequencies.Read(this["frequency"]), RollUps.Read(this["rollup"]), Bases.Read(this["basis"]));
        var (unit, polarity) = (new Unit(this["unit"]), Polarities.Read(this["polarity"]));
        foreach (var (field, refusal) in new[]
        {
            ("title", this["title"].Length == 0 ? "The title is missing." : null),
            ("service", register.Services.All(service => service.Name != this["service"]) ? "Choose the service that answers for it." : null),
            ("kind", kind is null ? "Choose whether it is a KPI or an activity indicator." : null),
            ("unit", unit.Refusal is { } noUnit ? $"\"{unit}\" {noUnit}" : null),
            ("polarity", kind == IndicatorKind.Kpi && polarity is null && (IsNew || Current!.Definition.Polarity is not null) ? "Say which way is better: a KPI cannot be rated without." : null),
            ("frequency", frequency is null ? "Choose how often it is measured." : null),
            ("rollup", rollUp is not { } way ? "Choose how the year to date is worked out." : Definition.Refusal(unit, way)),
            ("basis", basis is null ? "Choose what a figure is for." : null),
            (CommitteesBox, ChosenCommittees.Count == 0 && register.Committees.Count > 0 && (IsNew || Current!.Committees.Count > 0) ? "Choose a committee that reads it." : null),
            ("meaning", IsNew && this["meaning"].Length == 0 ? "Write the definition: what is counted, what is in and what is out." : null),
        })
        {
            if (refusal is not null)
            {
                errors.Add(field, refusal);
            }
        }

        var (decimals, lag) = (Whole("decimals", "Decimals shown", MostDecimals, errors), Whole("lag", "Days until it is due", MostLag, errors));
        string? Of(string field) => Text(field) ?? (IsNew ? null : SheetChange.Cleared);
        return new SheetChange
        {
            Title = Text("title"), Service = Text("service"), Committees = Current is not null && IsSameSet(SheetChange.CommitteesOf(Current)) ? null : Text(CommitteesBox), Kind = kind, Unit = unit.Name, Decimals = decimals, Polarity = polarity, Frequency = frequency, RollUp = rollUp, Basis = basis, LagDays = lag,
            Meaning = Of("meaning"), Numerator = Of("numerator"), Denominator = Of("denominator"), Source = Of("source"), Duty = Of("duty"), Priority = Of("priority"), Contract = Of("contract"),
        };
    }

    private (Target?, ExpectedRange?) LevelsTyped(SheetChange? sheet, FormErrors errors)
    {
        var (kind, polarity) = (sheet?.Kind ?? Current?.Definition.Kind, sheet?.Polarity ?? Current?.Definition.Polarity);
        if (kind == IndicatorKind.Activity)
        {
            var (lower, upper) = (Number("lower", sheet, errors), Number("upper", sheet, errors));
            if (lower > upper)
            {
                errors.Add("lower", "The lower limit is above the upper.");
                return (null, null);
            }

            return (null, lower is null && upper is null ? null : new ExpectedRange(lower, upper));
        }

        var (level, floor) = (Number("target", sheet, errors), Number("floor", sheet, errors));
        if (level is not { } target)
        {
            if (floor is not null && errors["target"] is null)
            {
                errors.Add("target", "There is a floor standard and no target.");
            }

            return (null, null);
        }

        if (polarity is not { } way)
        {
            errors.Add("polarity", "Say which way is better: without it nothing is rated.");
            return (null, null);
        }

        var tolerance = InForce?.Target is { } now && now.Polarity == way ? now.Tolerance : 0;
        if (Target.Refusal(target, floor, way, tolerance) is { } wrong)
        {
            errors.Add("floor", Core.Papers.Words.Capital(wrong));
            return (null, null);
        }

        return (new Target(target, floor, way, tolerance), null);
    }

    private decimal? Number(string field, SheetChange? sheet, FormErrors errors)
    {
        var read = NumberText.Parse(this[field], sheet?.Unit ?? Current?.Definition.Unit.Name ?? Unit.Number);
        if (read.Refusal is { } refusal)
        {
            errors.Add(field, $"{Label(field)}: {refusal}");
        }

        return read.Value;
    }

    private int? Whole(string field, string label, int most, FormErrors errors)
    {
        if (int.TryParse(this[field], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most)
        {
            return number;
        }

        errors.Add(field, $"{label}: write a whole number, 0 to {most}.");
        return null;
    }

    private string? Text(string field) => this[field] is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;

    private static string Label(string field) => field switch
    {
        "target" => "Target",
        "floor" => "Floor standard",
        "lower" => "Lower limit",
        "upper" => "Upper limit",
        _ => "Benchmark",
    };
}
