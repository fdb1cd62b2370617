using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.Collection;
using Outturn.App.People;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Enters figures: what stands beside each, check your answers, submit; or a draft for later.</summary>
public class EnterModel(Store store, Drafts drafts) : StaffPage
{
    public const string WhyMissing = "Say why the record is changed: the audit trail keeps it beside the figure.";

    private const int MostFigures = 200;

    private static readonly string[] SaidOnce = ["marker", "note", "context", "forecast", "forecast-reason", "internal"];

    public static IEnumerable<(string Value, string Text)> Markers => [("", "None"), .. TypedFigure.MarkerChoices.Select(marker => (marker.Word, $"{marker.Word}: {char.ToLowerInvariant(marker.Meaning[0])}{marker.Meaning[1..]}"))];

    public override string Title => IsCheck ? "Check your answers" : Forms is [var only] ? $"Enter {only.Indicator.Ref}, {only.Period}" : "Enter figures";

    public override string Section => "collect";

    public override (string Text, string Address)? Back => ("Worklist", "/collect" + QueryText.Of(("round", Round)));

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    /// <summary>The entry of the audit trail at which the form was shown: what has come since is not overwritten unseen.</summary>
    public long Known { get; private set; }

    public IReadOnlyList<FigureForm> Forms { get; protected set; } = [];

    /// <summary>Those into which something is typed.</summary>
    public IEnumerable<FigureForm> Filled => Forms.Where(form => !form.IsBlank);

    public bool IsCheck { get; private set; }

    public bool HasConflict { get; private set; }

    /// <summary>Figures that came with the register, or were reported before there were rounds, are changed by those who keep it, with a reason.</summary>
    public bool MayChangeRecord => Me.Is(Role.Administrator, Role.Analyst);

    public bool AsksWhy => MayChangeRecord && Filled.Any(form => form.IsOfRecord);

    [BindProperty]
    public string? Why { get; set; }

    public IReadOnlyList<(string Value, string Text)> Owners => [("", "Choose a post"), .. Register.Posts.Select(post => post.Title).Distinct().Select(title => (title, title))];

    public static string DraftOf(string reference, Period period) => $"figure {reference} {period.Address()}";

    private static string DraftOf(FigureForm form) => DraftOf(form.Indicator.Ref, form.Period);

    public virtual async Task<IActionResult> OnGetAsync([FromRoute] string? reference, [FromRoute] string? period, CancellationToken cancel)
    {
        var asked = Asked(reference, period);
        if (asked.Count == 0)
        {
            return reference is null && Now.Register is not null ? LocalRedirect(Back!.Value.Address) : NotFound();
        }

        Known = Now.Entry;
        var beside = await TypedFigure.BesideAsync(store, [.. asked.Select(figure => (figure.History.Indicator.Ref, figure.Period))], cancel);
        var typed = await drafts.ReadAsync(Me.Account, [.. asked.Select(figure => DraftOf(figure.History.Indicator.Ref, figure.Period))], cancel);
        Forms = [.. asked.Select(figure => FigureForm.Of(
            Now, figure.History, figure.Period, beside[(figure.History.Indicator.Ref, figure.Period)],
            typed.TryGetValue(DraftOf(figure.History.Indicator.Ref, figure.Period), out var draft) ? JsonSerializer.Deserialize<Dictionary<string, string?>>(draft) : null))];
        return Page();
    }

    /// <summary>What a figure that is being typed comes to, for the page to say it at once.</summary>
    public IActionResult OnGetRate([FromRoute] string reference, [FromRoute] string period)
    {
        if (Asked(reference, period) is not [var (history, due)])
        {
            return NotFound();
        }

        var typed = FigureForm.Fields.Take(3).ToDictionary(field => FigureForm.PrefixOf(history.Indicator.Ref, due) + field.Key, field => Request.Query[field.Key]);
        var form = FigureForm.Of(Now, history, due, new Microsoft.AspNetCore.Http.FormCollection(typed));
        return form.Preview is { } preview ? Partial("_Outcome", preview) : Content(form.Read.Errors.Count > 0 ? form.Read.Errors[0].Reason : "");
    }

    public async Task<IActionResult> OnPostCheckAsync(CancellationToken cancel)
    {
        if (!ReadForms())
        {
            return NotFound();
        }

        if (AnyErrors())
        {
            return Page();
        }

        IsCheck = await LookAsync(cancel);
        return Page();
    }

    public IActionResult OnPostChange() => ReadForms() ? Page() : NotFound();

    public async Task<IActionResult> OnPostDraftAsync(CancellationToken cancel)
    {
        if (!ReadForms())
        {
            return NotFound();
        }

        await drafts.KeepAsync(Me.Account, Forms.ToDictionary(DraftOf, form => form.IsBlank ? null : JsonSerializer.Serialize(form.Typed)), cancel);
        var filled = Filled.Count();
        return GoTo(Back!.Value.Address, filled == 0 ? "Nothing is typed, so no draft is kept." : $"Saved as {(filled == 1 ? "a draft" : $"{filled} drafts")}. Nobody else sees what you have not submitted.");
    }

    public async Task<IActionResult> OnPostSubmitAsync(CancellationToken cancel)
    {
        if (!ReadForms())
        {
            return NotFound();
        }

        if (AnyErrors())
        {
            return Page();
        }

        if (!await LookAsync(cancel))
        {
            return Page();
        }

        IsCheck = true;
        AskOfReds();
        if (AsksWhy && string.IsNullOrWhiteSpace(Why))
        {
            Errors.Add(nameof(Why), WhyMissing);
        }

        foreach (var form in Forms)
        {
            foreach (var warning in form.Warnings.Where(warning => !IsSaidByCause(form, warning) && string.IsNullOrWhiteSpace(ReasonOf(form, warning))))
            {
                Errors.Add($"{form.Prefix}reason.{warning.Code}", $"{form.Indicator.Ref}: say why it is right all the same, or go back and correct the figure.");
            }
        }

        if (Errors.Any)
        {
            return Page();
        }

        List<SentFigure> sent = [];
        foreach (var form in Filled)
        {
            sent.Add(form.Sent(await EvidenceAsync(form, cancel)));
        }

        switch (await Submissions.SubmitAsync(store, sent, Visit.Who, string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(), Options(looksOnly: false), cancel))
        {
            case SubmitResult.Accepted accepted:
                await drafts.KeepAsync(Me.Account, Forms.ToDictionary(DraftOf, _ => (string?)null), cancel);
                return GoTo(Back!.Value.Address, Said(accepted));
            case SubmitResult.Refused refused:
                Refuse(refused);
                return Page();
            default:
                Errors.Add(null, "Something has changed meanwhile: check your answers once more.");
                return Page();
        }
    }

    /// <summary>Where the form is sent, with what the address says of it.</summary>
    public static string Post(string handler) => $"/collect/enter?handler={handler}";

    public static bool HasMore(FigureForm form) => SaidOnce.Any(key => form[key].Length > 0) || (form.Row.TakesCounts && form["value"].Length > 0) || form.Read.Errors.Any(error => SaidOnce.Any(key => FigureForm.Fields.Any(field => field.Key == key && field.Heading == error.Heading)));

    /// <summary>Whether the cause that a Red owes says why it lies outside its history: nobody is asked twice.</summary>
    public static bool IsSaidByCause(FigureForm form, SubmissionWarning warning) => form.IsRed && warning.Code == SubmissionWarning.OutsideHistory;

    public string ReasonOf(FigureForm form, SubmissionWarning warning) =>
        IsSaidByCause(form, warning) ? form["cause"]
        : Request.HasFormContentType ? Request.Form[$"{form.Prefix}reason.{warning.Code}"].ToString() : "";

    /// <summary>Why warnings are overridden, as it was typed: it goes along when something else is changed.</summary>
    public static IEnumerable<(string Name, string Reason)> Reasons(Microsoft.AspNetCore.Http.HttpRequest request, FigureForm form) =>
        !request.HasFormContentType ? [] : request.Form.Where(field => field.Key.StartsWith($"{form.Prefix}reason.", StringComparison.Ordinal)).Select(field => (field.Key, field.Value.ToString()));

    /// <summary>What is said beside a figure, as the check shows it.</summary>
    public static IEnumerable<(string Name, string Text)> Said(FigureForm form) =>
        FigureForm.Fields.Where(field => SaidOnce.Contains(field.Key) && form[field.Key].Length > 0).Select(field => (field.Heading, form[field.Key]));

    /// <summary>The figures that the address asks for: one, or all of a round that one may enter and has not sent.</summary>
    protected IReadOnlyList<(IndicatorHistory History, Period Period)> Asked(string? reference, string? period)
    {
        if (Now.Register is null)
        {
            return [];
        }

        if (reference is not null)
        {
            return Now.Find(reference) is { } history && May("/Collect/Enter", history.Indicator.Service.Name) && Addresses.Period(period, history.Indicator.Definition.Frequency) is { } due ? [(history, due)] : [];
        }

        return [.. Worklist.Of(Now, Me, RoundAddress.Read(Round)).ToEnter(Me).Where(item => item.Due.Period.Last <= Now.Day).Take(MostFigures).Select(item => (Now.Find(item.Ref)!, item.Due.Period))];
    }

    /// <returns>False where the form names a figure that its sender may not enter, or that there is not.</returns>
    protected bool ReadForms()
    {
        List<FigureForm> forms = [];
        foreach (var id in Request.Form["figure"].OfType<string>().Distinct().Take(MostFigures))
        {
            if (FigureId.Read(Now, id) is not var (history, period) || !May("/Collect/Enter", history.Indicator.Service.Name))
            {
                return false;
            }

            forms.Add(FigureForm.Of(Now, history, period, Request.Form));
        }

        Forms = forms;
        Known = long.TryParse(Request.Form["known"], out var known) ? known : Now.Entry;
        return forms.Count > 0;
    }

    protected bool AnyErrors()
    {
        foreach (var form in Forms)
        {
            foreach (var (heading, reason) in form.Read.Errors)
            {
                Errors.Add(form.Prefix + FigureForm.Fields.First(field => field.Heading == heading).Key, $"{form.Indicator.Ref}: {reason}");
            }
        }

        if (!Errors.Any && !Filled.Any())
        {
            Errors.Add(null, "Nothing is typed yet: enter at least one figure.");
        }

        return Errors.Any;
    }

    /// <summary>Has the store look at what would be submitted: what it refuses, and what needs a reason.</summary>
    private async Task<bool> LookAsync(CancellationToken cancel)
    {
        switch (await Submissions.SubmitAsync(store, [.. Filled.Select(form => form.Sent(null))], Visit.Who, null, Options(looksOnly: true), cancel))
        {
            case SubmitResult.Accepted accepted:
                foreach (var form in Forms)
                {
                    form.Warnings = [.. accepted.Unreasoned.Where(found => found.Ref == form.Indicator.Ref && found.Warning.Period == form.Period).Select(found => found.Warning)];
                }

                return true;
            case SubmitResult.Refused refused:
                Refuse(refused);
                return false;
            default:
                throw new InvalidOperationException("A look needs no reasons.");
        }
    }

    private SubmitOptions Options(bool looksOnly) => new(
        (reference, warning) => looksOnly ? null : FormOf(reference, warning.Period) is { } form ? ReasonOf(form, warning) : null,
        Known, Overrules: Request.Form["overrule"] == "yes", looksOnly) { KeepsRecord = !MayChangeRecord };

    private void Refuse(SubmitResult.Refused refused)
    {
        HasConflict = refused.Problems.Any(problem => problem.Conflict is not null);
        foreach (var problem in refused.Problems)
        {
            Errors.Add(FormOf(problem.Ref, problem.Period)?.Id, problem.ToString());
        }
    }

    private FigureForm? FormOf(string reference, Period period) => Forms.FirstOrDefault(form => form.Indicator.Ref == reference && form.Period == period);

    private void AskOfReds()
    {
        foreach (var form in Forms.Where(form => form.IsRed))
        {
            foreach (var (key, label, _) in FigureForm.OfRed.Where(field => string.IsNullOrWhiteSpace(form[field.Key])))
            {
                Errors.Add(form.Prefix + key, $"{form.Indicator.Ref} is Red: {label.ToLowerInvariant()} is missing.");
            }
        }
    }

    private async Task<EvidenceFile?> EvidenceAsync(FigureForm form, CancellationToken cancel)
    {
        if (Request.Form.Files[form.Prefix + "evidence"] is not { Length: > 0 } file)
        {
            return null;
        }

        using var memory = new MemoryStream();
        await file.CopyToAsync(memory, cancel);
        return new EvidenceFile(Uploads.NameOf(file), memory.ToArray());
    }

    private static string Said(SubmitResult.Accepted accepted) =>
        accepted.Changes.Count == 0 ? "Nothing was new: the store knew all of it."
        : $"Submitted: {string.Join("; ", accepted.Changes.Take(6))}{(accepted.Changes.Count > 6 ? $" and {accepted.Changes.Count - 6} more" : "")}.{(accepted.Kept.Count > 0 ? $" Left as somebody else has stored them meanwhile: {string.Join("; ", accepted.Kept)}." : "")}";
}
