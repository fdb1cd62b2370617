using Outturn.Core.Mail;

namespace Outturn.App.Mail;

/// <summary>How far a message has come. The numbers are kept in stores, and never change.</summary>
public enum MailState
{
    /// <summary>To be sent, at once or later.</summary>
    Waiting = 0,

    /// <summary>A sender has taken it up, and nothing of it has left.</summary>
    Sending = 1,

    /// <summary>What it says may have left: noted before the first byte of it does.</summary>
    HandedOver = 2,

    /// <summary>The mail server has taken it.</summary>
    Sent = 3,

    /// <summary>The mail server refused it, or it was never taken in time.</summary>
    Refused = 4,

    /// <summary>It was handed over, and nobody heard whether it was taken: a person decides.</summary>
    Unknown = 5,

    /// <summary>Somebody has stopped it.</summary>
    Cancelled = 6,
}

public static class MailStates
{
    private static readonly string[] Names = ["waiting", "being sent", "handed over", "sent", "refused", "not known", "cancelled"];

    public static IReadOnlyList<MailState> All { get; } = Enum.GetValues<MailState>();

    /// <summary>As pages name it.</summary>
    public static string Name(this MailState state) => Names[(int)state];
}

/// <summary>A message that goes out once.</summary>
public sealed class OutboxMessage
{
    /// <summary>Of its occasion, as hexadecimal digits; its Message-ID is made of it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is sent for, and to whom: there is one message for an occasion, whoever asks for it and how often.</summary>
    public required string Occasion { get; init; }

    public required MailKind Kind { get; init; }

    /// <summary>Who signs in; null for an address of somebody who does not.</summary>
    public string? Account { get; init; }

    /// <summary>Blank once it has been done with for long.</summary>
    public required string Address { get; set; }

    public required string Subject { get; set; }

    public required string Body { get; set; }

    /// <summary>A path of the pages, or a whole address.</summary>
    public required string Link { get; init; }

    /// <summary>UTC.</summary>
    public DateTime PutAt { get; init; }

    /// <summary>UTC: from then on it is not worth sending.</summary>
    public DateTime Expires { get; set; }

    public MailState State { get; set; }

    /// <summary>How often it was tried in vain.</summary>
    public int Attempts { get; set; }

    /// <summary>UTC.</summary>
    public DateTime NextTry { get; set; }

    /// <summary>The sender that has taken it up.</summary>
    public string? Holder { get; set; }

    /// <summary>UTC: when it came into its state.</summary>
    public DateTime Changed { get; set; }

    /// <summary>What the mail server said, or who decided.</summary>
    public string? Reason { get; set; }
}

/// <summary>Which process sends: one at a time.</summary>
public sealed class MailSenderRow
{
    public int Id { get; init; }

    public required string Holder { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Until { get; set; }
}

/// <summary>When the council reminds, and whom subscribers write to.</summary>
public sealed class MailSettingRow
{
    public int Id { get; init; }

    public int? DaysBefore { get; set; }

    public bool OnTheDay { get; set; }

    public int? DaysAfter { get; set; }

    public int? ThenEvery { get; set; }

    public string? Contact { get; set; }
}

/// <summary>Where somebody who signs in gets mail, and which.</summary>
public sealed class PersonMail
{
    public required string Account { get; init; }

    /// <summary>Null for that of the post they hold.</summary>
    public string? Address { get; set; }

    public bool Reminders { get; set; } = true;

    public bool Returns { get; set; } = true;

    public bool Releases { get; set; }
}

/// <summary>Somebody who does not sign in and is told of releases and corrections.</summary>
public sealed class Subscriber
{
    /// <summary>By chance: the audit trail names them by it, and holds no address.</summary>
    public required string Id { get; init; }

    public required string Address { get; init; }

    public required string Name { get; init; }

    public required string AddedBy { get; init; }

    /// <summary>UTC.</summary>
    public DateTime Added { get; init; }
}

/// <summary>The secret address of somebody's calendar: they have it, the store its digest.</summary>
public sealed class CalendarAddress
{
    public required string Account { get; init; }

    public required string Digest { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Made { get; set; }
}
