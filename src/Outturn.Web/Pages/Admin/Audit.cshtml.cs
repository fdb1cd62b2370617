using Microsoft.AspNetCore.Mvc;
using Outturn.App.Audit;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Everything that was changed: what, by whom, when and why.</summary>
public sealed class AuditModel(Store store) : StaffPage
{
    private const int PageLength = 50;

    public override string Title => Detail is { } detail ? $"Entry {detail.Line.Number}" : "Audit trail";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => Detail is null ? AdminPages.Back : ("Audit trail", "/admin/audit");

    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    [BindProperty(SupportsGet = true, Name = "action")]
    public string? Action { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public long? Before { get; set; }

    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];

    public AuditDetail? Detail { get; private set; }

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Earlier { get; private set; }

    public async Task<IActionResult> OnGetAsync(long? number, CancellationToken cancel)
    {
        if (number is { } entry)
        {
            Detail = await AuditList.ReadAsync(store, entry, cancel);
            return Detail is null ? NotFound() : Page();
        }

        var (from, to) = (Day(From, "from"), Day(To, "to"));
        if (!Errors.Any)
        {
            Lines = await AuditList.ReadAsync(store, new AuditFilter(Text(Who), Text(Action), Text(About), from, to, Before, PageLength + 1), cancel);
            Earlier = Lines.Count <= PageLength ? null : "/admin/audit" + QueryText.Of(("who", Who), ("action", Action), ("about", About), ("from", From), ("to", To), ("before", Lines[PageLength - 1].Number.ToString()));
            Lines = [.. Lines.Take(PageLength)];
        }

        return Page();
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private DateOnly? Day(string? typed, string field)
    {
        if (Text(typed) is not { } text)
        {
            return null;
        }

        if (DateText.TryRead(text, out var day))
        {
            return day;
        }

        Errors.Add(field, $"\"{text}\" is no date: write it like 31/03/2020.");
        return null;
    }
}
