using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Who signs which papers.</summary>
public sealed class SignaturesModel(Store store) : TablesPage(store)
{
    public override string Title => "Signatures";

    public EditTable Lines { get; private set; } = null!;

    protected override async Task<IActionResult> SendAsync(CancellationToken cancel)
    {
        Lines = Lines.Sent(Request.Form);
        return await KeepAsync("signatures", "/admin/signatures", Edited, cancel);
    }

    /// <summary>Every paper, and each committee and report by itself.</summary>
    internal static (string Value, string Text)[] Owners(Register register) =>
        [("", "every paper"), .. register.Committees.Select(committee => (committee.Name, committee.ShortName)), .. register.Reports.Select(report => (report.Name, report.Name))];

    protected override void Read()
    {
        (string Value, string Text)[] posts = [("", "choose"), .. Register.Posts.Select(post => (post.Id, post.Title))];
        Lines = new EditTable("lines", "Who signs, in their order",
            [new("label", "What for", IsWide: true), new("post", "Post", posts), new("for", "Papers", Owners(Register))],
            [.. Register.House.Signatures.Select(line => new EditRow($"{line.Order}. {line.Label}", new Dictionary<string, string> { ["label"] = line.Label, ["post"] = line.Post.Id, ["for"] = line.For ?? "" }))]);
    }

    private RegisterDraft Edited(Register register)
    {
        List<string> wrong = [];
        List<SignatureLine> lines = [];
        foreach (var row in Lines.Kept)
        {
            if (row.Text("label") is not { } label || register.Posts.FirstOrDefault(post => post.Id == row["post"]) is not { } post)
            {
                wrong.Add($"The line {row.Was}{(row.Was.Length == 0 ? row["label"] : "")} needs what is signed for (Agreed by) and the post that signs.");
                continue;
            }

            lines.Add(new SignatureLine(label, post, row.Text("for"), lines.Count + 1));
        }

        return wrong.Count > 0 ? RegisterDraft.Refuse([.. wrong]) : RegisterDraft.Of(register with { House = register.House with { Signatures = lines } });
    }
}
