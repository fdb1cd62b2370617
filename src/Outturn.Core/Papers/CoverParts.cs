using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.People;

namespace Outturn.Core.Papers;

/// <summary>What the cover reports of all papers share: whose area it is, from whom it comes, and whom to ask.</summary>
internal static class CoverParts
{
    private const int MostDirectorates = 3;

    /// <summary>"Strategic and Corporate Services": the directorates that report, or another name where they are none or many.</summary>
    public static string Area(IEnumerable<Service> services, string other)
    {
        string[] directorates = [.. services.Select(service => service.Directorate).OfType<string>().Distinct()];
        return directorates.Length is > 0 and <= MostDirectorates ? Words.List(directorates) : other;
    }

    /// <summary>The cabinet members and corporate directors that answer for the services, one a line.</summary>
    public static IReadOnlyList<string> From(IReadOnlyList<Service> services, Register register)
    {
        var members = services.Select(service => service.CabinetMember).OfType<Post>().ToHashSet();
        var areas = services.Select(service => service.Directorate).OfType<string>().ToHashSet();
        return
        [
            .. register.Posts.Where(members.Contains).Select(Printed),
            .. register.Posts.Where(post => post.Role == PostRole.CorporateDirector && (post.Team is null || areas.Contains(post.Team))).Select(Printed),
        ];
    }

    public static IReadOnlyList<Contact> Contacts(Register register)
    {
        if (register.Posts.FirstOrDefault(post => post.Role == PostRole.Author) is not { } author)
        {
            return [];
        }

        var director = register.Posts.FirstOrDefault(post => post.Role == PostRole.Director && post.Team == author.Team)
            ?? register.Posts.FirstOrDefault(post => post.Role == PostRole.CorporateDirector);
        return director is null ? [new Contact("Report author", author)] : [new Contact("Report author", author), new Contact("Relevant director", director)];
    }

    private static string Printed(Post post) => post.Name is { } name ? $"{name}, {post.Title}" : post.Title;
}
