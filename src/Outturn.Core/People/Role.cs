namespace Outturn.Core.People;

/// <summary>What a person is to the council's performance reporting; it decides what they may see and do.</summary>
public enum Role
{
    /// <summary>Keeps people, settings, imports and exports.</summary>
    Administrator,

    /// <summary>Keeps the register, runs collection and makes the papers.</summary>
    Analyst,

    /// <summary>Submits the figures of their own services.</summary>
    Contributor,

    /// <summary>Approves or returns the figures of their own services.</summary>
    Approver,

    /// <summary>Answers for their own services.</summary>
    Director,

    /// <summary>Answers for their own services to the council.</summary>
    CabinetMember,

    /// <summary>Keeps committees, meetings and members' questions.</summary>
    Clerk,

    /// <summary>Releases what others have prepared.</summary>
    Releaser,

    /// <summary>Reads every dashboard and asks questions.</summary>
    Member,

    /// <summary>Reads every dashboard.</summary>
    Reader,
}

public static class Roles
{
    private static readonly string[] Names =
        ["administrator", "analyst", "contributor", "approver", "director", "cabinet member", "clerk", "releaser", "member", "reader"];

    public static IReadOnlyList<Role> All { get; } = Enum.GetValues<Role>();

    /// <summary>The word that files, claims and pages use.</summary>
    public static string Name(this Role role) => Names[(int)role];

    public static Role? Read(string text) =>
        Array.IndexOf(Names, text.Trim().ToLowerInvariant().Replace('-', ' ')) is var index and >= 0 ? (Role)index : null;

    /// <summary>Whether the role reaches no further than a person's own services.</summary>
    public static bool IsOfOwnServices(this Role role) => role is Role.Contributor or Role.Approver or Role.Director or Role.CabinetMember;
}
