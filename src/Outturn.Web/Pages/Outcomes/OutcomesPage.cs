using Microsoft.AspNetCore.Mvc;
using Outturn.Core.National;
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

    /// <summary>The framework's name; blank for the one to whose metrics most indicators stand.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Framework { get; set; }

    /// <summary>Null where no national data are served.</summary>
    public ReferenceNow? National { get; private set; }

    public Coverage Coverage { get; private set; } = null!;

    protected LiveReference Reference => reference;

    /// <summary>"?set=ONS%20global&amp;framework=Corporate%20plan", as far as they were asked for.</summary>
    public string SetQuery => QueryText.Of(("set", Set), ("framework", Framework));

    /// <summary>The frameworks there are, where there is a choice.</summary>
    public IEnumerable<(string Value, string Text)> Frameworks => National?.Frameworks.Select(edition => (edition.Framework, edition.Framework)) ?? [];

    /// <summary>The council's own groups, the published sets, and the computed one.</summary>
    public IEnumerable<(string Value, string Text)> Sets => National?.Choices(Register.Groups) ?? [];

    /// <summary>The name of an area, or its code where the national data have none.</summary>
    public string NameOfArea(string code) => National?.Areas.GetValueOrDefault(code)?.Name ?? code;

    /// <summary>Whether the council's code is that of an area, so that published figures are its own.</summary>
    public bool HasArea => National?.Areas.ContainsKey(Register.Council.Code) == true;

    /// <param name="metric">The id of a metric whose framework is meant, where none is asked for.</param>
    /// <returns>Whether there is a framework to show.</returns>
    protected async Task<bool> ReadAsync(CancellationToken cancel, string? metric = null)
    {
        if (Now.Register is null)
        {
            return false;
        }

        National = await reference.ReadAsync(Register.Council.Code, string.IsNullOrEmpty(Set) ? null : Set, Register.Groups, Now.Day, Choose, cancel);
        if (National is null)
        {
            return false;
        }

        Coverage = Coverage.Of(National.Framework, Register.Links, Coverage.Counted(Register, null, Now.Day));
        return true;

        FrameworkEdition? Choose(IReadOnlyList<FrameworkEdition> editions) =>
            string.IsNullOrEmpty(Framework) && metric is not null
                ? FrameworkEdition.Latest(editions).FirstOrDefault(edition => edition.Find(metric) is not null)
                : FrameworkEdition.Choose(FrameworkEdition.Latest(editions), Framework, Register.Links);
    }

    public static string Metric(string id) => $"/outcomes/metrics/{Uri.EscapeDataString(id)}";
}
