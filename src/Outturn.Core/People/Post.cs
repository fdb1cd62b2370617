namespace Outturn.Core.People;

/// <summary>A post that answers for something: papers name posts, and the person only where the council says so.</summary>
/// <param name="Id">The short name by which files refer to the post.</param>
/// <param name="Title">As it is printed: "Director of Finance".</param>
public sealed record Post(string Id, string Title, PostRole Role = PostRole.Other)
{
    public string? Name { get; init; }

    public string? Team { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }
}

/// <summary>What a post does for a paper: who it comes from, who wrote it, who answers for a service.</summary>
public enum PostRole
{
    Other,
    Leader,
    CabinetMember,
    CorporateDirector,
    Director,
    Author,
    Clerk,
}

public static class PostRoles
{
    private static readonly string[] Names = ["", "leader", "cabinet member", "corporate director", "director", "author", "clerk"];

    /// <summary>The word that files use; blank for a post with no such role.</summary>
    public static string Name(this PostRole role) => Names[(int)role];

    public static PostRole? Read(string text) =>
        Array.IndexOf(Names, text.Trim().ToLowerInvariant()) is var index and >= 0 ? (PostRole)index : null;
}
