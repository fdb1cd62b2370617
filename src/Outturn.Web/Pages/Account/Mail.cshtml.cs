using Microsoft.AspNetCore.Mvc;
using Outturn.App.Mail;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Where somebody gets their mail, which of it, and their calendar.</summary>
public sealed class AccountMailModel(PersonalMail mail) : StaffPage
{
    private const string Reminders = "reminders";
    private const string Returns = "returns";
    private const string Releases = "releases";

    public static readonly (string Value, string Text)[] Options =
        [(Reminders, "Reminders of figures that I owe"), (Returns, "Figures of mine that were returned"), (Releases, "Reports that were issued or corrected")];

    public override string Title => "Your mail and your calendar";

    public override (string Text, string Address)? Back => (Me.Name, "/account");

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public List<string> Kinds { get; set; } = [];

    /// <summary>When the address of their calendar was made.</summary>
    public DateTime? Made { get; private set; }

    /// <summary>The address that was just made.</summary>
    public string? Link { get; private set; }

    /// <summary>Where mail goes when the box is left blank.</summary>
    public string AddressHint => Recipients.AddressOf(Me, null, Now.Register) is { } usual
        ? $"Leave it blank, and mail goes to {usual}."
        : "Without one you get no mail.";

    public async Task OnGetAsync(CancellationToken cancel)
    {
        await FillAsync(cancel);
        Made = await mail.CalendarMadeAsync(Me.Account, cancel);
    }

    public async Task<IActionResult> OnPostKeepAsync(CancellationToken cancel)
    {
        var choice = new PersonMail
        {
            Account = Me.Account, Address = string.IsNullOrWhiteSpace(Address) ? null : Address.Trim(),
            Reminders = Kinds.Contains(Reminders), Returns = Kinds.Contains(Returns), Releases = Kinds.Contains(Releases),
        };
        if (await mail.KeepAsync(choice, cancel) is { } refusal)
        {
            Errors.Add(nameof(Address), refusal);
            Made = await mail.CalendarMadeAsync(Me.Account, cancel);
            return Page();
        }

        return GoTo("/account/mail", "What mail you get is kept.");
    }

    public async Task<IActionResult> OnPostCalendarAsync([FromServices] ServeOptions options, CancellationToken cancel)
    {
        var pages = options.Mail?.Pages.ToString().TrimEnd('/') ?? $"{Request.Scheme}://{Request.Host}";
        Link = $"{pages}/calendar/{await mail.MakeCalendarAsync(Me.Account, cancel)}/collection.ics";
        await OnGetAsync(cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(CancellationToken cancel) =>
        GoTo("/account/mail", await mail.RevokeCalendarAsync(Me.Account, cancel) ? "Your calendar's address leads nowhere any more." : "There was no address.");

    private async Task FillAsync(CancellationToken cancel)
    {
        var choice = await mail.ReadAsync(Me.Account, cancel);
        Address = choice.Address;
        Kinds = [.. new[] { (Reminders, choice.Reminders), (Returns, choice.Returns), (Releases, choice.Releases) }.Where(kind => kind.Item2).Select(kind => kind.Item1)];
    }
}
