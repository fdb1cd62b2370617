using Microsoft.AspNetCore.Mvc;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Core.Review;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What changed in the set of indicators between any two years; of a year that is not adopted, as it is proposed.</summary>
public sealed class ChangesModel : StaffPage
{
    private const int YearsBack = 10;

    public override string Title => "What changes between years";

    public override string Section => "review";

    public override (string Text, string Address)? Back => ("Review", "/review");

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Committee { get; set; }

    /// <summary>Null where the years cannot be set side by side.</summary>
    public YearChanges? Shown { get; private set; }

    /// <summary>The year that is shown as it is proposed; null where both are as they were adopted or opened.</summary>
    public Period? Proposed { get; private set; }

    public IEnumerable<(string Value, string Text)> Years
    {
        get
        {
            var last = Now.Reviews.Keys.Append(Period.Holding(Frequency.Year, Now.Day)).Max();
            return Enumerable.Range(0, YearsBack).Select(back => (last with { Ordinal = last.Ordinal - back }).ToString()).Select(text => (text, text));
        }
    }

    public IEnumerable<(string Value, string Text)> Committees => [("", "Every committee"), .. Register.Committees.Select(committee => (committee.Slug(), committee.ShortName))];

    public IActionResult OnGet()
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        var to = Year(To, nameof(To)) ?? Now.Reviews.Keys.Append(Period.Holding(Frequency.Year, Now.Day)).Max();
        var from = Year(From, nameof(From)) ?? to.Before;
        (From, To) = (From is { Length: > 0 } ? From : from.ToString(), To is { Length: > 0 } ? To : to.ToString());
        if (from >= to)
        {
            Errors.Add(nameof(From), "The first year lies before the second: choose an earlier one.");
        }

        if (Errors.Any)
        {
            return Page();
        }

        Proposed = Now.Reviews.TryGetValue(to, out var review) && review.Adoption?.IsAdopted != true ? to : null;
        var register = Proposed is { } year ? NextRegister.Of(Now.ReviewOf(year)).Register : Register;
        Shown = YearChanges.Of(register with { Indicators = [.. register.Indicators.Where(history => Me.Sees(history.Indicator))] }, from, to, Register.Committee(Committee ?? ""));
        return Page();
    }

    public static string Text(YearChangeKind kind) => Words.Capital(kind.ToString().ToLowerInvariant());

    private Period? Year(string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (PeriodText.TryRead(typed, Frequency.Year, out var year, out _))
        {
            return year;
        }

        Errors.Add(field, $"\"{typed}\" is no financial year: choose one of the list.");
        return null;
    }
}
