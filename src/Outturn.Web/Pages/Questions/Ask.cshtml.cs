using Microsoft.AspNetCore.Mvc;
using Outturn.App.Questions;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Asks a question about an indicator.</summary>
public sealed class AskModel(Store store) : StaffPage
{
    public override string Title => "Ask a question";

    public override string Section => "questions";

    public override (string Text, string Address)? Back => (Indicator.Title, Addresses.Indicator(Indicator.Ref));

    public Indicator Indicator => Now.Find(RouteData.Values["reference"]!.ToString()!)!.Indicator;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Committee { get; set; }

    public IEnumerable<(string Value, string Text)> Committees => [("", "every committee that reads it"), .. Indicator.Committees.Select(committee => (committee.Name, committee.Name))];

    public IActionResult OnGet() => Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        switch (await StoredQuestions.AskAsync(store, Indicator.Ref, Text ?? "", string.IsNullOrEmpty(Committee) ? null : Committee, Visit.Who, cancel))
        {
            case QuestionResult.Taken taken:
                return GoTo($"/questions/{Uri.EscapeDataString(taken.Ref)}/{taken.Number}", "Your question is asked.");
            case QuestionResult.Refused refused:
                Errors.Add("text", refused.Reason);
                break;
        }

        return Page();
    }
}
