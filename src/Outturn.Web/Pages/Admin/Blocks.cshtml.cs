using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The blocks of text that papers carry (legal, financial, equality, data protection), and their words.</summary>
public sealed class BlocksModel(Store store) : TablesPage(store)
{
    private const int MostLetters = 20_000;

    public static readonly (string Value, string Text)[] ObligatoryOptions = [("", "no"), ("yes", "yes")];

    public override string Title => "Text blocks";

    public EditTable Blocks { get; private set; } = null!;

    /// <summary>The texts of the blocks that are kept: the standard wordings, those for one committee or meeting that there are, and one for each next meeting.</summary>
    public IReadOnlyList<Wording> Wordings { get; private set; } = [];

    protected override async Task<IActionResult> SendAsync(CancellationToken cancel)
    {
        Blocks = Blocks.Sent(Request.Form);
        Wordings = [.. Wordings.Select(wording => wording with { Text = Request.Form[$"text.{wording.Place}"].ToString().ReplaceLineEndings("\n").Trim() })];
        foreach (var wording in Wordings.Where(wording => wording.Text.Length > MostLetters))
        {
            Errors.Add($"text.{wording.Place}", $"It has {wording.Text.Length:N0} letters, and {MostLetters:N0} is the most.");
        }

        return await KeepAsync("text blocks", "/admin/blocks", Edited, cancel);
    }

    protected override void Read()
    {
        Blocks = new EditTable("blocks", "Blocks, in the order of the paper",
            [new("block", "Short name"), new("heading", "Heading", IsWide: true), new("obligatory", "Obligatory", ObligatoryOptions), new("for", "Papers", SignaturesModel.Owners(Register)), new("wording", "Wording")],
            [.. Register.House.Blocks.Select(block => new EditRow($"{block.Order}. {block.Heading}", new Dictionary<string, string>
            {
                ["block"] = block.Name, ["heading"] = block.Heading, ["obligatory"] = block.IsObligatory ? "yes" : "", ["for"] = block.For ?? "", ["wording"] = block.Wording ?? "",
            }))]);
        Wordings = [.. Register.House.Blocks.GroupBy(block => block.Name).SelectMany(rows => Of([.. rows]))];
    }

    private IEnumerable<Wording> Of(TextBlock[] rows)
    {
        var standard = rows.Select(row => TextPlace.OfBlock(row.Name, row.Wording)).Append(TextPlace.OfBlock(rows[0].Name, null));
        var coming = Register.Meetings.Where(meeting => meeting.Date >= Now.Day).GroupBy(meeting => meeting.Committee).Select(meetings => meetings.MinBy(meeting => meeting.Date)!)
            .ToDictionary(meeting => TextPlace.For(meeting.Committee, TextPlace.OfBlock(rows[0].Name, meeting.Date)), meeting => meeting);
        var there = Register.Texts.Keys.Where(place => TextPlace.IsOfBlock(place[(place.IndexOf('/') + 1)..], rows[0].Name));
        return standard.Concat(there).Concat(coming.Keys).Distinct().Order(StringComparer.Ordinal).OrderBy(place => place.Contains('/')).Select(place => new Wording(
            place, $"{rows[0].Heading}: {Said(place, TextPlace.OfBlock(rows[0].Name, null))}",
            coming.ContainsKey(place) ? "Blank for the wording above." : null, Register.Texts.GetValueOrDefault(place, "")));
    }

    /// <summary>"standard wording", "wording none", "Housing: for the meeting on 2020-07-29".</summary>
    private string Said(string place, string standard)
    {
        var (owner, own) = place.Split('/') is [var folder, var behind] ? (Register.Committees.FirstOrDefault(committee => TextPlace.For(committee, "") == $"{folder}/")?.ShortName ?? folder, behind) : ("", place);
        var which = own == standard ? "standard wording" : own[(standard.Length + 1)..] is var rest && rest.StartsWith("on-", StringComparison.Ordinal) ? $"for the meeting on {(DateOnly.TryParseExact(rest[3..], "yyyy-MM-dd", out var day) ? Words.Date(day) : rest[3..])} alone" : $"wording {rest}";
        return owner.Length == 0 ? which : $"{owner}, {which}";
    }

    private RegisterDraft Edited(Register register)
    {
        List<string> wrong = [];
        List<TextBlock> blocks = [];
        foreach (var row in Blocks.Kept)
        {
            var (name, wording) = (row["block"], row.Text("wording"));
            if (name.Length == 0 || (row.Text("heading") ?? blocks.Find(block => block.Name == name)?.Heading) is not { } heading)
            {
                wrong.Add($"The block {row.Was}{name} needs a short name and a heading.");
                continue;
            }

            if (BlocksFile.Refusal(name, wording) is { } refusal)
            {
                wrong.Add(refusal);
                continue;
            }

            blocks.Add(new TextBlock(name, heading, row["obligatory"] == "yes", row.Text("for"), wording, blocks.Count + 1));
        }

        wrong.AddRange(blocks.GroupBy(block => (block.Name, block.For)).Where(same => same.Count() > 1).Select(same => $"There are two rows of {same.Key.Name} for {same.Key.For ?? "every paper"}: keep one."));
        if (wrong.Count > 0)
        {
            return RegisterDraft.Refuse([.. wrong]);
        }

        var texts = new SortedDictionary<string, string>(register.Texts.ToDictionary(), StringComparer.Ordinal);
        foreach (var wording in Wordings)
        {
            if (wording.Text.Length == 0)
            {
                texts.Remove(wording.Place);
            }
            else
            {
                texts[wording.Place] = wording.Text;
            }
        }

        return RegisterDraft.Of(register with { House = register.House with { Blocks = blocks }, Texts = texts });
    }

    /// <summary>A text by its place.</summary>
    public sealed record Wording(string Place, string Label, string? Hint, string Text);
}
