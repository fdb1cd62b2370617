using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Outturn.App;
using Outturn.App.Outcomes;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Neighbours;
using Outturn.Core.Papers;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Adds a group of similar councils, changes one or takes it away, or takes groups from a file.</summary>
public sealed partial class GroupModel(LiveReference reference, Store store, Uploads uploads) : OutcomesPage(reference)
{
    private const string Home = "/outcomes/groups";

    public override string Title => Known is { } known ? $"Change {known.Name}" : "Add a group";

    public override (string Text, string Address)? Back => ("Our own groups", Home);

    /// <summary>The name of the group that is changed; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Date { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Source { get; set; }

    [BindProperty]
    public string? Members { get; set; }

    [BindProperty]
    public string? Why { get; set; }

    public OwnGroup? Known { get; private set; }

    public IReadOnlyList<Defect> Defects { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        if (Known is { } known)
        {
            (Date, Reason, Source) = (known.Date.ToString("dd/MM/yyyy"), known.Reason, known.Source);
            Members = string.Join('\n', known.Members.Select(code => National!.Areas.TryGetValue(code, out var area) ? $"{code} {area.Name}" : code));
        }
        else
        {
            Date = Now.Day.ToString("dd/MM/yyyy");
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        var name = Known?.Name ?? Name?.Trim() ?? "";
        if (name.Length is 0 or > OwnGroup.LongestName)
        {
            Errors.Add(nameof(Name), $"Give the group a name of at most {OwnGroup.LongestName} characters.");
        }
        else if (Known is null && (National!.Sets.Contains(name, StringComparer.OrdinalIgnoreCase) || name.Equals(KnownSets.Computed, StringComparison.OrdinalIgnoreCase) || Register.Groups.Any(group => group.IsCalled(name))))
        {
            Errors.Add(nameof(Name), $"There is a set called {name} already: choose another name.");
        }

        if (!DateText.TryRead(Date ?? "", out var day))
        {
            Errors.Add(nameof(Date), $"\"{Date}\" is not a date: write it like 31/03/2027.");
        }

        if (string.IsNullOrWhiteSpace(Reason))
        {
            Errors.Add(nameof(Reason), "Say why these councils: it is shown wherever they are compared.");
        }

        var members = ReadMembers();
        if (Errors.Any)
        {
            return Page();
        }

        var said = new OwnGroup(name, day, Reason!.Trim(), string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(), members);
        switch (await OwnGroups.KeepAsync(store, said, National!.Areas, Visit.Who, string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(), cancel))
        {
            case GroupResult.Kept kept:
                return GoTo(Home, kept.Changes.Count == 0 ? "It was so already: nothing is changed." : $"{name}: {Words.Count(members.Count, "council")} kept.");
            case GroupResult.Refused refused:
                Errors.AddAll(nameof(Members), refused.Defects.Select(defect => defect.Reason));
                break;
        }

        return Page();
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancel)
    {
        if (!await ShowAsync(cancel) || Known is null)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Why))
        {
            (Date, Reason, Source, Members) = (Known.Date.ToString("dd/MM/yyyy"), Known.Reason, Known.Source, string.Join('\n', Known.Members));
            Errors.Add(nameof(Why), "Say why it is taken away: the audit trail keeps it.");
            return Page();
        }

        if (await OwnGroups.RemoveAsync(store, Known.Name, Visit.Who, Why.Trim(), cancel) is GroupResult.Refused refused)
        {
            Errors.AddAll(null, refused.Defects.Select(defect => defect.Reason));
            return Page();
        }

        return GoTo(Home, $"{Known.Name} is taken away; what it was stays in the audit trail.");
    }

    public async Task<IActionResult> OnPostImportAsync(IFormFile? file, CancellationToken cancel)
    {
        if (!await ShowAsync(cancel))
        {
            return NotFound();
        }

        Date = Now.Day.ToString("dd/MM/yyyy");
        if (file is null or { Length: 0 })
        {
            Errors.Add("file", "Choose a file.");
            return Page();
        }

        var id = await uploads.KeepAsync(Me.Account, file, cancel);
        try
        {
            switch (await OwnGroups.ImportAsync(store, uploads.Find(Me.Account, id)!, National!.Areas, Visit.Who, string.IsNullOrWhiteSpace(Why) ? null : Why.Trim(), cancel))
            {
                case GroupResult.Kept kept:
                    return GoTo(Home, kept.Changes.Count == 0 ? "It was so already: nothing is changed." : $"{Words.Capital(Words.Count(kept.Changes.Count, "group"))} taken from {Uploads.NameOf(file)}.");
                case GroupResult.Refused refused:
                    Defects = refused.Defects;
                    Errors.Add("file", $"Nothing was taken from {Uploads.NameOf(file)}: {Words.Count(refused.Defects.Count, "thing is", "things are")} wrong with it, listed below.");
                    break;
            }
        }
        finally
        {
            uploads.Drop(id);
        }

        return Page();
    }

    [GeneratedRegex(@"\b[A-Z]\d{8}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Code();

    private async Task<bool> ShowAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return false;
        }

        Known = string.IsNullOrEmpty(Group) ? null : Register.Groups.FirstOrDefault(group => group.IsCalled(Group));
        return Known is not null || string.IsNullOrEmpty(Group);
    }

    /// <summary>One council to a line, by its code or by its name; what is neither is named with its line.</summary>
    private List<string> ReadMembers()
    {
        List<string> members = [];
        foreach (var (line, number) in (Members ?? "").ReplaceLineEndings("\n").Split('\n').Select((line, i) => (line.Trim(), i + 1)).Where(pair => pair.Item1.Length > 0))
        {
            var byName = National!.Areas.Values.FirstOrDefault(area => area.IsCouncil && area.Name.Equals(line, StringComparison.OrdinalIgnoreCase));
            if ((Code().Match(line) is { Success: true } code ? code.Value : byName?.Code) is { } found)
            {
                members.Add(found);
            }
            else
            {
                Errors.Add(nameof(Members), $"Line {number}: \"{(line.Length > 60 ? line[..60] + "…" : line)}\" is the name of no council in England of today: write its name in full (Essex), or its code (E10000012).");
            }
        }

        if (members.Count == 0 && Errors[nameof(Members)] is null)
        {
            Errors.Add(nameof(Members), "Name at least one council, by its name or its code.");
        }

        return members;
    }
}
