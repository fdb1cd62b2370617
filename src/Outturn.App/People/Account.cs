using Microsoft.AspNetCore.Identity;

namespace Outturn.App.People;

/// <summary>How somebody proves who they are: a password and an authenticator, or a single sign-on. What they may do is a fact of the register (<see cref="Stores.Facts.PersonFact"/>).</summary>
public sealed class Account : IdentityUser<string>
{
    public Account(string name)
    {
        Id = name;
        UserName = name;
    }

    private Account()
    {
    }
}

/// <summary>A sign-in that has not ended: the browser holds the key, the store its digest.</summary>
public sealed class Session
{
    /// <summary>SHA-256 of the key, as hexadecimal digits.</summary>
    public required string Digest { get; init; }

    public required string Account { get; init; }

    /// <summary>UTC.</summary>
    public DateTime Began { get; init; }

    /// <summary>UTC, to some minutes.</summary>
    public DateTime LastSeen { get; set; }

    /// <summary>The browser as it names itself, cut to what a person reads.</summary>
    public required string Browser { get; init; }

    /// <summary>The address it came from.</summary>
    public required string Address { get; init; }
}

/// <summary>A link by which somebody sets their password for the first time or anew: used once, and only until it ends.</summary>
public sealed class Invitation
{
    /// <summary>SHA-256 of the code, as hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>Blank for the first start: whoever has the link names themselves.</summary>
    public required string Account { get; init; }

    /// <summary>UTC.</summary>
    public DateTime Ends { get; init; }
}

/// <summary>What somebody has typed into a form and not submitted yet.</summary>
public sealed class Draft
{
    public required string Account { get; init; }

    /// <summary>Of which form: the indicator and period.</summary>
    public required string Form { get; init; }

    /// <summary>The fields, as JSON.</summary>
    public required string Content { get; set; }

    /// <summary>UTC.</summary>
    public DateTime Saved { get; set; }
}
