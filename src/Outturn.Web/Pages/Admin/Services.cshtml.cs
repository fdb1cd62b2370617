using Microsoft.AspNetCore.Mvc;
using Outturn.App.People;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.People;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The services and the posts that answer for them.</summary>
public sealed class ServicesModel(Store store) : TablesPage(store)
{
    private static readonly (string Value, string Text)[] PostRoleOptions = [.. Enum.GetValues<PostRole>().Select(role => (role.Name(), role == PostRole.Other ? "other" : role.Name()))];

    public override string Title => "Services and posts";

    public EditTable Services { get; private set; } = null!;

    public EditTable Posts { get; private set; } = null!;

    protected override async Task<IActionResult> SendAsync(CancellationToken cancel)
    {
        (Services, Posts) = (Services.Sent(Request.Form), Posts.Sent(Request.Form));
        var renamed = Services.Kept.Where(row => row.Was.Length > 0 && row["service"] != row.Was).ToDictionary(row => row.Was, row => row["service"]);
        var moved = Posts.Kept.Where(row => row.Was.Length > 0 && row["post"] != row.Was).ToDictionary(row => row.Was, row => row["post"]);
        var result = await KeepAsync("services and posts", "/admin/services", Edited, cancel);
        if (!Errors.Any)
        {
            foreach (var person in Now.People.Values.Where(person => person.Services.Any(renamed.ContainsKey) || person.Posts.Any(moved.ContainsKey)))
            {
                await StoredPeople.KeepAsync(Store, person with { Services = [.. person.Services.Select(service => renamed.GetValueOrDefault(service, service))], Posts = [.. person.Posts.Select(post => moved.GetValueOrDefault(post, post))] }, Visit.Who, Why, cancel);
            }
        }

        return result;
    }

    protected override void Read()
    {
        (string Value, string Text)[] posts = [("", "nobody"), .. Register.Posts.Select(post => (post.Id, post.Title))];
        Services = new EditTable("services", "Services, in the order of the dashboards",
            [new("service", "Service", IsWide: true), new("directorate", "Directorate", IsWide: true), new("director", "Director", posts), new("member", "Cabinet member", posts), new("order", "Order", IsShort: true)],
            [.. Register.Services.Select(service => new EditRow(service.Name, new Dictionary<string, string>
            {
                ["service"] = service.Name, ["directorate"] = service.Directorate ?? "", ["director"] = service.Director?.Id ?? "", ["member"] = service.CabinetMember?.Id ?? "", ["order"] = $"{service.Order}",
            }))]);
        Posts = new EditTable("posts", "Posts",
            [new("post", "Short name"), new("title", "Title", IsWide: true), new("role", "Role", PostRoleOptions), new("name", "Name"), new("team", "Team"), new("phone", "Telephone"), new("email", "E-mail", IsWide: true)],
            [.. Register.Posts.Select(post => new EditRow(post.Id, new Dictionary<string, string>
            {
                ["post"] = post.Id, ["title"] = post.Title, ["role"] = post.Role.Name(), ["name"] = post.Name ?? "", ["team"] = post.Team ?? "", ["phone"] = post.Phone ?? "", ["email"] = post.Email ?? "",
            }))]);
    }

    private RegisterDraft Edited(Register register)
    {
        List<string> wrong = [];
        var posts = Posts.Kept.Select(row => (row.Was, Post: new Post(row["post"], row["title"], PostRoles.Read(row["role"]) ?? PostRole.Other) { Name = row.Text("name"), Team = row.Text("team"), Phone = row.Text("phone"), Email = row.Text("email") })).ToList();
        wrong.AddRange(posts.Where(pair => pair.Post.Id.Length == 0 || pair.Post.Title.Length == 0).Select(pair => $"The post {pair.Was}{pair.Post.Title} needs a short name and a title."));
        wrong.AddRange(posts.GroupBy(pair => pair.Post.Id, StringComparer.OrdinalIgnoreCase).Where(same => same.Count() > 1).Select(same => $"Two posts have the short name {same.Key}."));
        wrong.AddRange(Posts.Rows.Where(row => row.IsRemoved).SelectMany(row => Now.People.Values.Where(person => person.Posts.Contains(row.Was)).Select(person => $"{person.Name} holds the post {row.Was}: give them another first.")));
        var byWas = posts.Where(pair => pair.Was.Length > 0).DistinctBy(pair => pair.Was).ToDictionary(pair => pair.Was, pair => pair.Post);
        var byId = posts.DistinctBy(pair => pair.Post.Id).ToDictionary(pair => pair.Post.Id, pair => pair.Post);
        Post? Now_(Post? post) => post is null ? null : byWas.GetValueOrDefault(post.Id, post);
        Post? Chosen(string id) => id.Length == 0 ? null : byWas.GetValueOrDefault(id) ?? byId.GetValueOrDefault(id);

        List<(string Was, Service Service)> services = [];
        foreach (var row in Services.Kept)
        {
            if (row["service"].Length == 0 || !int.TryParse(row["order"].Length == 0 ? $"{services.Count + 1}" : row["order"], out var order))
            {
                wrong.Add($"The service {row.Was} needs a name, and its order is a whole number.");
                continue;
            }

            services.Add((row.Was, new Service(row["service"], order) { Directorate = row.Text("directorate"), Director = Chosen(row["director"]), CabinetMember = Chosen(row["member"]) }));
        }

        wrong.AddRange(services.GroupBy(pair => pair.Service.Name).Where(same => same.Count() > 1).Select(same => $"Two services are called {same.Key}."));
        if (wrong.Count > 0)
        {
            return RegisterDraft.Refuse([.. wrong]);
        }

        var serviceWas = services.Where(pair => pair.Was.Length > 0).ToDictionary(pair => pair.Was, pair => pair.Service);
        return RegisterDraft.Of(register with
        {
            Posts = [.. posts.Select(pair => pair.Post)],
            Services = [.. services.Select(pair => pair.Service)],
            House = register.House with { Signatures = [.. register.House.Signatures.Select(line => line with { Post = Now_(line.Post)! })] },
            Indicators =
            [
                .. register.Indicators.Select(history => history with
                {
                    Indicator = history.Indicator with
                    {
                        Service = serviceWas.GetValueOrDefault(history.Indicator.Service.Name, history.Indicator.Service), Owner = Now_(history.Indicator.Owner), Approver = Now_(history.Indicator.Approver),
                    },
                }),
            ],
        });
    }
}
