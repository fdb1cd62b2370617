using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Web.Pages;

namespace Outturn.Web.Parts;

/// <summary>A page that changes the register: whole or not at all, and with a reason.</summary>
public abstract class RegisterPage(Store store) : StaffPage
{
    [BindProperty]
    public string? Why { get; set; }

    /// <summary>Which committee was told, when and under which item; a change within a year that was adopted owes it.</summary>
    [BindProperty]
    public string? Told { get; set; }

    /// <summary>Whether a year was adopted, so that a change may owe a committee.</summary>
    public bool AsksTold => Now.Reviews.Values.Any(review => review.Adoption?.IsAdopted == true);

    protected Store Store => store;

    /// <summary>Keeps a change; says what came of it on the page that follows, or what is wrong with it on this one.</summary>
    /// <param name="done">What is said where something was changed; null for a list of what was.</param>
    protected async Task<IActionResult> KeepAsync(string subject, string next, Func<Register, RegisterDraft> edit, CancellationToken cancel, string? done = null)
    {
        if (string.IsNullOrWhiteSpace(Why))
        {
            Errors.Add(nameof(Why), "Say why: the audit trail keeps it beside what you change.");
        }

        if (Errors.Any)
        {
            return Page();
        }

        switch (await RegisterEdit.RunAsync(store, new Act(Visit.Who, "edit register", subject, Why!.Trim()), register => edit(register) with { Committee = Told }, cancel))
        {
            case RegisterEditResult.Made { Changes.Count: 0 }:
                return GoTo(next, "It was so already: nothing is changed.");
            case RegisterEditResult.Made when done is not null:
                return GoTo(next, done);
            case RegisterEditResult.Made made:
                var told = made.Changes.Where(change => change.Differences.Count == 0 || !change.Differences.All(difference => difference.StartsWith("place ", StringComparison.Ordinal))).OrderByDescending(change => change.Kind).ToList();
                return GoTo(next, $"{Words.Capital(Words.Count(told.Count, "change"))} kept: {string.Join("; ", told.Take(3).Select(change => change.Kind == FactChangeKind.Missing ? $"{change} is gone" : change.ToString()))}{(told.Count > 3 ? " and others" : "")}.");
            case RegisterEditResult.Refused refused:
                Errors.AddAll(AsksTold && string.IsNullOrWhiteSpace(Told) ? nameof(Told) : null, refused.Reasons);
                break;
        }

        return Page();
    }
}

/// <summary>A page of the administration that changes a part of the register as tables.</summary>
public abstract class TablesPage(Store store) : RegisterPage(store)
{
    public override string Section => "admin";

    public override bool IsWide => true;

    public override (string Text, string Address)? Back => AdminPages.Back;

    public void OnGet()
    {
        if (Now.Register is not null)
        {
            Read();
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        Read();
        return await SendAsync(cancel);
    }

    /// <summary>The tables as the register has them.</summary>
    protected abstract void Read();

    /// <summary>Takes what the form sent, over the tables that were read.</summary>
    protected abstract Task<IActionResult> SendAsync(CancellationToken cancel);
}
