using Microsoft.AspNetCore.Mvc;
using Outturn.App;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Targets;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Changes what the register says of an indicator, or adds one.</summary>
public sealed class EditModel(Store store) : RegisterPage(store)
{
    public static readonly (string Value, string Text)[] KindOptions = [("kpi", "KPI, rated against a target"), ("activity", "Activity, beside an expected range")];
    public static readonly (string Value, string Text)[] PolarityOptions = [("", "nobody has said"), .. Enum.GetValues<Polarity>().Select(way => (way.Name(), way.Name()))];
    public static readonly (string Value, string Text)[] FrequencyOptions = [.. Enum.GetValues<Frequency>().Select(frequency => (frequency.Name(), frequency.Adjective().ToLowerInvariant()))];
    public static readonly (string Value, string Text)[] RollUpOptions = [("ratio", "numerators over denominators"), ("sum", "sum"), ("mean", "mean"), ("latest", "the latest figure"), ("rolling12", "the last twelve months")];
    public static readonly (string Value, string Text)[] BasisOptions = [("period", "its own period"), ("cumulative", "the year so far")];

    private Dictionary<string, string> fields = [];

    public override string Title => IsNew ? "Add an indicator" : $"Edit {History!.Indicator.Ref}";

    public override string Section => "indicators";

    public override (string Text, string Address)? Back => IsNew ? ("All indicators", "/indicators") : (History!.Indicator.Title, Addresses.Indicator(History.Indicator.Ref));

    /// <summary>Null for one that is added.</summary>
    public IndicatorHistory? History { get; private set; }

    public bool IsNew => History is null;

    /// <summary>Whether somebody says that nothing changes in what is counted.</summary>
    public bool IsSameCount => this["same"] == "yes";

    public IReadOnlyCollection<string> Committees { get; private set; } = [];

    public IEnumerable<(string Value, string Text)> Posts => [("", "nobody"), .. Register.Posts.Select(post => (post.Id, post.Title))];

    /// <summary>What the checks say of the indicator as it stands in the form.</summary>
    public IReadOnlyList<Defect> Findings { get; private set; } = [];

    public string this[string field] => fields.GetValueOrDefault(field) ?? "";

    public IActionResult OnGet(string? reference)
    {
        if (!Find(reference))
        {
            return NotFound();
        }

        if (History?.Indicator is not { } indicator)
        {
            fields = new Dictionary<string, string> { ["decimals"] = "0", ["kind"] = "kpi", ["lag"] = "20", ["rollup"] = "ratio", ["unit"] = "%" };
            return Page();
        }

        Findings = RegisterChecks.OfIndicator(Register, indicator.Ref);
        var definition = indicator.Definition;
        Committees = [.. indicator.Committees.Select(committee => committee.Name)];
        fields = new Dictionary<string, string?>
        {
            ["title"] = indicator.Title, ["service"] = indicator.Service.Name, ["owner"] = indicator.Owner?.Id, ["approver"] = indicator.Approver?.Id, ["lag"] = $"{indicator.LagDays}",
            ["since"] = indicator.Since?.ToString("dd/MM/yyyy"), ["until"] = indicator.Until?.ToString("dd/MM/yyyy"), ["suppress"] = indicator.SuppressBelow is { } below ? $"{below}" : null, ["successor"] = indicator.ReplacedBy, ["rationale"] = indicator.Rationale, ["duty"] = indicator.Duty,
            ["priority"] = indicator.Priority, ["contract"] = indicator.Contract, ["meaning"] = indicator.Meaning, ["numerator"] = indicator.Numerator, ["denominator"] = indicator.Denominator, ["source"] = indicator.Source,
            ["kind"] = definition.Kind.Name(), ["unit"] = definition.Unit.Name, ["decimals"] = $"{definition.Decimals}", ["polarity"] = definition.Polarity?.Name(), ["frequency"] = definition.Frequency.Name(),
            ["rollup"] = definition.RollUp.Name(), ["basis"] = definition.Basis.Name(),
        }.ToDictionary(field => field.Key, field => field.Value ?? "");
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string? reference, CancellationToken cancel)
    {
        if (!Find(reference))
        {
            return NotFound();
        }

        fields = Request.Form.Where(field => !field.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(field => field.Key, field => field.Value.ToString().Trim());
        Committees = [.. Request.Form["committees"].OfType<string>()];
        if (Edited() is not { } edited)
        {
            return await KeepAsync("", "", RegisterDraft.Of, cancel);
        }

        Findings = RegisterChecks.OfIndicator(With(Register, edited), edited.Ref);
        return await KeepAsync(edited.Ref, Addresses.Indicator(edited.Ref), register => RegisterDraft.Of(With(register, edited)), cancel);
    }

    private Register With(Register register, Indicator edited) => register with
    {
        Indicators = IsNew
            ? [.. register.Indicators, new IndicatorHistory(edited, new TargetHistory([]), [], [], [])]
            : [.. register.Indicators.Select(history => history.Indicator.Ref == edited.Ref ? history with { Indicator = edited } : history)],
    };

    private bool Find(string? reference)
    {
        History = Now.Register is null || reference is null ? null : Now.Find(reference);
        return Now.Register is not null && (History is not null || reference is null);
    }

    /// <summary>The indicator as the form has it; null where something is wrong with it.</summary>
    private Indicator? Edited()
    {
        var reference = History?.Indicator.Ref ?? this["ref"];
        if (reference.Length == 0 || (IsNew && (Now.Find(reference) is not null || reference.Any(letter => char.IsWhiteSpace(letter) || letter is '/' or '_'))))
        {
            Errors.Add("ref", reference.Length == 0 ? "The ref is missing." : Now.Find(reference) is not null ? $"There is an indicator {reference} already." : "A ref has no spaces, no / and no _ in it.");
        }

        if (this["title"].Length == 0)
        {
            Errors.Add("title", "The title is missing.");
        }

        var (since, until, from) = (Day("since"), Day("until"), Day("from"));
        if (!int.TryParse(this["lag"], out var lag) || lag is < 0 or > 400)
        {
            Errors.Add("lag", "Write a whole number of days, 0 to 400.");
        }

        if (!int.TryParse(this["decimals"], out var decimals) || decimals is < 0 or > 6)
        {
            Errors.Add("decimals", "Write a whole number, 0 to 6.");
        }

        int? suppress = this["suppress"].Length == 0 ? null : int.TryParse(this["suppress"], out var below) ? below : 0;
        if (suppress is < Indicator.LeastSuppressBelow or > Indicator.MostSuppressBelow)
        {
            Errors.Add("suppress", $"Write a whole number, {Indicator.LeastSuppressBelow} to {Indicator.MostSuppressBelow}, or leave it blank.");
        }

        var unit = new Unit(this["unit"]);
        var (kind, rollUp, frequency, basis) = (Kinds.Read(this["kind"]), RollUps.Read(this["rollup"]), Frequencies.Read(this["frequency"]), Bases.Read(this["basis"]));
        if (unit.Refusal is { } noUnit)
        {
            Errors.Add("unit", $"\"{unit}\" {noUnit}");
        }

        if (rollUp is { } way && Definition.Refusal(unit, way) is { } refusal)
        {
            Errors.Add("rollup", refusal);
        }

        if (History is { Figures.Count: > 0, Indicator.Definition.Frequency: var was } && frequency != was)
        {
            Errors.Add("frequency", $"It has figures by {was.Name()}: end it, and add a successor that is measured otherwise.");
        }

        if (this["successor"] is { Length: > 0 } successor && Now.Find(successor) is null)
        {
            Errors.Add("successor", $"There is no indicator {successor}.");
        }

        if (Register.Services.FirstOrDefault(known => known.Name == this["service"]) is not { } service || kind is null || rollUp is null || frequency is null || basis is null || Errors.Any)
        {
            return null;
        }

        var definition = new Definition(kind.Value, unit, decimals, Polarities.Read(this["polarity"]), frequency.Value, rollUp.Value, basis.Value);
        AskSinceWhen(definition, from);
        if (Errors.Any)
        {
            return null;
        }

        var before = History?.Indicator ?? new Indicator(reference, "", service, [], new Definition(kind.Value, unit, decimals, null, frequency.Value, rollUp.Value));
        return before with
        {
            Title = this["title"], Service = service, Committees = [.. Register.Committees.Where(committee => Committees.Contains(committee.Name))], Owner = Post("owner"), Approver = Post("approver"),
            LagDays = lag, Since = since, Until = until, SuppressBelow = suppress, ReplacedBy = Text("successor"), Rationale = Text("rationale"), Duty = Text("duty"), Priority = Text("priority"), Contract = Text("contract"),
            Meaning = Text("meaning"), Numerator = Text("numerator"), Denominator = Text("denominator"), Source = Text("source"),
            Definition = definition,
            DefinitionFrom = from ?? before.DefinitionFrom, DefinitionReason = from is null ? before.DefinitionReason : Why?.Trim(),
            Breaks = from is { } day && this["breaks"] == "yes" ? [.. before.Breaks.Append(day).Distinct().Order()] : before.Breaks,
        };
    }

    /// <summary>A changed count holds from a day, or somebody says that the count is the same: without either, figures of two counts would be compared unseen.</summary>
    private void AskSinceWhen(Definition definition, DateOnly? from)
    {
        if (History?.Indicator is not { } before)
        {
            return;
        }

        var changed = !before.Definition.CountsAs(definition)
            || (before.Meaning, before.Numerator, before.Denominator) != (Text("meaning"), Text("numerator"), Text("denominator"));
        if (changed && from is null && !IsSameCount)
        {
            Errors.Add("from", "What is counted has changed: say from which day it is counted so, or tick that it is the same count, said better.");
        }
        else if (from is not null && IsSameCount)
        {
            Errors.Add("from", "There is a day from which it is counted so, and it is said to be the same count: leave one of them out.");
        }
        else if (from is { } day && day < before.DefinitionFrom)
        {
            Errors.Add("from", $"The definition in force began on {before.DefinitionFrom:dd/MM/yyyy}, which is later: give that day or one after it.");
        }
        else if (from is null && this["breaks"] == "yes")
        {
            Errors.Add("from", "Figures are said not to be comparable: say from which day.");
        }
    }

    private string? Text(string field) => this[field] is { Length: > 0 } text ? text.ReplaceLineEndings("\n") : null;

    private Post? Post(string field) => Register.Posts.FirstOrDefault(post => post.Id == this[field]);

    private DateOnly? Day(string field)
    {
        if (Text(field) is not { } text)
        {
            return null;
        }

        if (DateText.TryRead(text, out var day))
        {
            return day;
        }

        Errors.Add(field, $"\"{text}\" is no date: write it like 01/04/2020.");
        return null;
    }
}
