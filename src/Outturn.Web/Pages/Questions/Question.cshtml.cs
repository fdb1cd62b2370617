using Microsoft.AspNetCore.Mvc;
using Outturn.App.Questions;
using Outturn.App.Stores;
using Outturn.Core.Indicators;
using Outturn.Core.Questions;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>One question, with its answer where there is one.</summary>
public class QuestionModel : StaffPage
{
    public override string Title => $"Question {Question.Number}";

    public override string Section => "questions";

    public override (string Text, string Address)? Back => ("All questions", "/questions");

    public Question Question { get; private set; } = null!;

    public Indicator Indicator => Now.Find(Question.Ref)!.Indicator;

    public IEnumerable<(string Value, string Text)> Posts => Register.Posts.Select(post => (post.Id, post.Title));

    public IActionResult OnGet([FromRoute] string reference, [FromRoute] int number) => Show(reference, number) ? Page() : NotFound();

    protected bool Show(string reference, int number)
    {
        if (Now.Questions.FirstOrDefault(known => known.Ref.Equals(reference, StringComparison.OrdinalIgnoreCase) && known.Number == number) is not { } found)
        {
            return false;
        }

        Question = found;
        return true;
    }

    protected IActionResult After(QuestionResult result, string done)
    {
        switch (result)
        {
            case QuestionResult.Taken taken:
                return GoTo($"/questions/{Uri.EscapeDataString(taken.Ref)}/{taken.Number}", done);
            case QuestionResult.Refused refused:
                Errors.Add(null, refused.Reason);
                break;
        }

        return Page();
    }
}

/// <summary>Answers a question.</summary>
public sealed class AnswerModel(Store store) : QuestionModel
{
    public async Task<IActionResult> OnPostAsync([FromRoute] string reference, [FromRoute] int number, string? text, CancellationToken cancel) => !Show(reference, number) ? NotFound()
        : After(await StoredQuestions.AnswerAsync(store, reference, number, text ?? "", Visit.Who, null, cancel), "The question is answered.");
}

/// <summary>Says who is to answer a question.</summary>
public sealed class AssignModel(Store store) : QuestionModel
{
    public async Task<IActionResult> OnPostAsync([FromRoute] string reference, [FromRoute] int number, string? post, CancellationToken cancel) => !Show(reference, number) ? NotFound()
        : After(await StoredQuestions.AssignAsync(store, reference, number, post ?? "", Visit.Who, null, cancel), "The question is assigned.");
}
