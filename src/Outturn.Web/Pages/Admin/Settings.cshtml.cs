using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The council's name and look, and the rules it has chosen.</summary>
public sealed class SettingsModel(Store store) : RegisterPage(store)
{
    public static readonly (string Value, string Text)[] CountedOptions = [(nameof(RatingCounted.Latest), "the latest"), (nameof(RatingCounted.YearToDate), "the year to date")];

    public static readonly (string Value, string Text)[] DirectionOptions =
        [(nameof(DirectionMethod.Previous), "against the period before"), (nameof(DirectionMethod.LastYear), "against the same period a year before"), (nameof(DirectionMethod.Trend), "by trend")];

    public override string Title => "Settings";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => AdminPages.Back;

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public string? Notice { get; set; }

    [BindProperty]
    public string? Colour { get; set; }

    [BindProperty]
    public string? Classification { get; set; }

    [BindProperty]
    public string? Counted { get; set; }

    [BindProperty]
    public string? Direction { get; set; }

    [BindProperty]
    public string? Tolerance { get; set; }

    public void OnGet()
    {
        if (Now.Register?.Council is { } council)
        {
            (Name, Code, Notice, Colour, Classification) = (council.Name, council.Code, council.Notice, council.Colour, council.Classification);
            (Counted, Direction, Tolerance) = (council.Counted.ToString(), council.Direction.ToString(), council.Tolerance?.ToString());
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            Errors.Add(nameof(Name), "The council's name is missing.");
        }

        if (App.Registers.Colour.Read((Colour ?? "").Trim().ToLowerInvariant()) is not { } colour)
        {
            Errors.Add(nameof(Colour), "Write the colour like #1f3a5f.");
        }
        else if (colour.AgainstWhite < App.Registers.Colour.LeastContrast)
        {
            Errors.Add(nameof(Colour), $"White text on it has a contrast of {colour.AgainstWhite:0.0}, and {App.Registers.Colour.LeastContrast} at least can be read: choose a darker one.");
        }

        ToleranceRule? rule = null;
        if (!string.IsNullOrWhiteSpace(Tolerance) && (rule = ToleranceRule.Read(Tolerance)) is null)
        {
            Errors.Add(nameof(Tolerance), "Write a percentage from 0 to 100, such as 10%.");
        }

        return await KeepAsync("settings", "/admin/settings", register => new RegisterDraft(
            register with
            {
                Council = register.Council with
                {
                    Name = Name!.Trim(), Code = string.IsNullOrWhiteSpace(Code) ? Name.Trim() : Code.Trim(), Notice = string.IsNullOrWhiteSpace(Notice) ? null : Notice.Trim(), Colour = Colour!.Trim().ToLowerInvariant(),
                    Classification = string.IsNullOrWhiteSpace(Classification) ? "Unrestricted" : Classification.Trim(), Counted = Enum.TryParse<RatingCounted>(Counted, out var counted) ? counted : register.Council.Counted,
                    Direction = Enum.TryParse<DirectionMethod>(Direction, out var direction) ? direction : register.Council.Direction, Tolerance = rule,
                },
            }, []), cancel);
    }
}
