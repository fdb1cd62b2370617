using Outturn.Core.People;

namespace Outturn.App.Registers;

/// <summary>posts.csv: who answers for what. Without it the names of posts are taken as other files write them.</summary>
internal static class PostsFile
{
    public static readonly TableShape Shape = new("posts.csv", "a post that a paper names", false,
    [
        new("post", "The short name by which other files refer to the post (finance-director).", true),
        new("title", "The post's title as papers print it (Director of Finance).", true),
        new("name", "The holder's name, if papers are to print it; most councils name posts, not people."),
        new("team", "The team or directorate, for the contact details of the report."),
        new("role", "leader, cabinet member, corporate director, director, author or clerk; blank for any other. A report comes from the cabinet members of its services and the corporate director, and the author is its contact."),
        new("phone", "For the contact details."),
        new("email", "For the contact details."),
    ]);

    public static Listed<Post> Read(FolderFiles files, SourceRows rows, List<Defect> defects)
    {
        var posts = new Listed<Post>(Shape.File, "post");
        if (files.Open(Shape, defects, out var isAbsent) is not { } table)
        {
            posts.IsUnreadable = !isAbsent;
            posts.Unlisted = isAbsent ? name => new Post(name, name) : null;
            return posts;
        }

        foreach (var row in table.Rows)
        {
            if (!row.TryNeed("post", out var id) | !row.TryNeed("title", out var title))
            {
                continue;
            }

            var post = new Post(id, title, row.Word("role", PostRoles.Read, PostRole.Other, "leader, cabinet member, corporate director, director, author or clerk, or leave it blank"))
            {
                Name = row.Optional("name"),
                Team = row.Optional("team"),
                Phone = row.Optional("phone"),
                Email = row.Optional("email"),
            };
            posts.Add(row, "post", id, post);
            rows.Add(post, row.Number);
        }

        foreach (var post in posts.All)
        {
            posts.AddOtherName(post.Title, post);
        }

        return posts;
    }
}
