using Microsoft.AspNetCore.Mvc;
using Outturn.App.Outcomes;
using Outturn.Core.Outcomes;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A page on an outcomes framework: the framework, how the council's indicators cover it, and where the council stands.</summary>
public abstract class OutcomesPage(LiveReference reference) : StaffPage
{
    public override string Section => "outcomes";

    public override (string Text, string Address)? Back => ("Outcomes", "/outcomes");

    /// <summary>The neighbours that positions are told against, by the set's name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Set { get; set; }

    /// <summary>Null where no national data are served.</summary>
    public ReferenceNow? National { get; private set; }

    public Coverage Coverage { get; private set; } = null!;

    protected LiveReference Reference => reference;

    /// <summary>"?set=ONS global", where one was asked for.</summary>
    public string SetQuery => string.IsNullOrEmpty(Set) ? "" : $"?set={Uri.EscapeDataString(Set)}";

    /// <summary>The council's own groups, the published sets, and the computed one.</summary>
    public IEnumerable<(string Value, string Text)> Sets => National is null ? [] :
    [
        .. National.Sets.Where(name => !Register.Groups.Any(group => group.IsCalled(name))).Select(name => (name, name)),
        .. Register.Groups.Select(group => (group.Name, $"{group.Name} (our own group)")),
        (KnownSets.Computed, "Computed from published figures"),
    ];

    /// <summary>The name of an area, or its code where the national data have none.</summary>
    public string NameOfArea(string code) => National?.Areas.GetValueOrDefault(code)?.Name ?? code;

    /// <summary>Whether the council's code is that of an area, so that published figures are its own.</summary>
    public bool HasArea => National?.Areas.ContainsKey(Register.Council.Code) == true;

    /// <returns>Whether there is a framework to show.</returns>
    protected async Task<bool> ReadAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return false;
        }

        National = await reference.ReadAsync(Register.Council.Code, string.IsNullOrEmpty(Set) ? null : Set, Register.Groups, Now.Day, cancel);
        if (National is null)
        {
            return false;
        }

        Coverage = Coverage.Of(National.Framework, Register.Links, Coverage.Counted(Register, null, Now.Day));
        return true;
    }

    public static string Metric(string id) => $"/outcomes/metrics/{Uri.EscapeDataString(id)}";
}
