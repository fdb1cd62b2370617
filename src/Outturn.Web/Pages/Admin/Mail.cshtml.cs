using Microsoft.AspNetCore.Mvc;
using Outturn.App.Mail;
using Outturn.App.Stores;
using Outturn.Core.Mail;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What was sent, what waits, and what could not be sent.</summary>
public sealed class MailModel(Store store, ServeOptions options, PersonalMail personal) : StaffPage
{
    private const int PageLength = 50;

    public static readonly (string Value, string Text)[] KindOptions = [("", "anything"), .. MailKinds.All.Select(kind => (((int)kind).ToString(), kind.Name()))];

    public override string Title => "Mail";

    public override string Section => "admin";

    public override (string Text, string Address)? Back => AdminPages.Back;

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? About { get; set; }

    [BindProperty(SupportsGet = true, Name = "page-number")]
    public int Asked { get; set; } = 1;

    [BindProperty]
    public string? To { get; set; }

    public MailServer? Server => options.Mail;

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } = new Dictionary<MailState, int>();

    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    public PageLinks Pages { get; private set; } = null!;

    public bool IsFiltered => !string.IsNullOrEmpty(State) || !string.IsNullOrEmpty(Kind) || !string.IsNullOrWhiteSpace(About);

    public (string Value, string Text)[] StateOptions =>
        [("", $"any ({Counts.Values.Sum():N0})"), .. MailStates.All.Select(state => (((int)state).ToString(), $"{state.Name()} ({Counts.GetValueOrDefault(state):N0})"))];

    /// <summary>The class that colours a state, beside its word.</summary>
    public static string Look(MailState state) => state switch
    {
        MailState.Sent => "o-state--approved",
        MailState.Refused or MailState.Unknown => "o-state--late",
        MailState.Waiting or MailState.Sending or MailState.HandedOver => "o-state--submitted",
        _ => "",
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        To = Recipients.AddressOf(Me, await personal.ReadAsync(Me.Account, cancel), Now.Register);
        await FillAsync(cancel);
    }

    public async Task<IActionResult> OnPostTestAsync(CancellationToken cancel)
    {
        if (await OutboxList.TestAsync(store, (To ?? "").Trim(), Now.Register?.Council.Name ?? "Outturn", Visit.Who, cancel) is { } refusal)
        {
            Errors.Add(nameof(To), refusal);
            await FillAsync(cancel);
            return Page();
        }

        return GoTo("/admin/mail", Server is null ? "The test waits until a mail server is named." : "The test is on its way: this page shows within seconds whether the mail server takes it.");
    }

    private async Task FillAsync(CancellationToken cancel)
    {
        Counts = await OutboxList.CountsAsync(store, cancel);
        var filter = new OutboxFilter(Read<MailState>(State), Read<MailKind>(Kind), string.IsNullOrWhiteSpace(About) ? null : About);
        (Messages, var count) = await OutboxList.ReadAsync(store, filter, Math.Max(0, Asked - 1) * PageLength, PageLength, cancel);
        Pages = new PageLinks(Asked, PageLength, count, page => "/admin/mail" + QueryText.Of(("state", State), ("kind", Kind), ("about", About), ("page-number", page.ToString())));
        if (Messages.Count == 0 && count > 0)
        {
            (Messages, _) = await OutboxList.ReadAsync(store, filter, (Pages.Number - 1) * PageLength, PageLength, cancel);
        }
    }

    private static T? Read<T>(string? number)
        where T : struct, Enum => int.TryParse(number, out var value) && Enum.IsDefined(typeof(T), value) ? (T)Enum.ToObject(typeof(T), value) : null;
}

/// <summary>One message, and what can be decided about it.</summary>
public sealed class MessageModel(Store store) : StaffPage
{
    public override string Title => Message.Subject.Length == 0 ? Words.Capital(Message.Kind.Name()) : Message.Subject;

    public override string Section => "admin";

    public override (string Text, string Address)? Back => ("Mail", "/admin/mail");

    public OutboxMessage Message { get; private set; } = null!;

    [BindProperty]
    public string? Sure { get; set; }

    private string Here => $"/admin/mail/messages/{Message.Id}";

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ? Page() : NotFound();

    public Task<IActionResult> OnPostAgainAsync(string number, CancellationToken cancel) =>
        DecideAsync(number, "again", "It will be sent again.", id => OutboxList.SendAgainAsync(store, id, Visit.Who, cancel), cancel);

    public Task<IActionResult> OnPostCancelAsync(string number, CancellationToken cancel) =>
        DecideAsync(number, "cancel", "It is cancelled, and will not be sent.", id => OutboxList.CancelAsync(store, id, Visit.Who, cancel), cancel);

    public Task<IActionResult> OnPostArrivedAsync(string number, CancellationToken cancel) =>
        DecideAsync(number, "arrived", "It is noted as sent.", id => OutboxList.ArrivedAsync(store, id, Visit.Who, cancel), cancel);

    private async Task<IActionResult> DecideAsync(string number, string field, string done, Func<string, Task<bool>> decide, CancellationToken cancel)
    {
        if (!await FindAsync(number, cancel))
        {
            return NotFound();
        }

        if (Sure != field)
        {
            Errors.Add($"sure-{field}", "Tick the box to confirm.");
            return Page();
        }

        return GoTo(Here, await decide(Message.Id) ? done : "Nothing is changed: it has moved on since you looked.");
    }

    private async Task<bool> FindAsync(string id, CancellationToken cancel)
    {
        if (await OutboxList.FindAsync(store, id, cancel) is not { } found)
        {
            return false;
        }

        Message = found;
        return true;
    }
}
