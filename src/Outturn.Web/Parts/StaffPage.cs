using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.People;
using Outturn.Web.Access;

namespace Outturn.Web.Parts;

/// <summary>What every page has: the council as it is now, who looks at it, its title and what is wrong with its form.</summary>
public abstract class StaffPage : PageModel
{
    private const string DoneKey = "done";

    private string? done;

    public Visit Visit => field ??= HttpContext.Visit();

    public CouncilNow Now => Visit.Now;

    /// <exception cref="InvalidOperationException">The store holds no council: only pages that say so are shown then.</exception>
    public Register Register => Now.Register ?? throw new InvalidOperationException("The store holds no council yet.");

    public Person Me => Visit.Person ?? throw new InvalidOperationException("Nobody has signed in.");

    public FormErrors Errors { get; } = new();

    /// <summary>The page's heading, and what the window is called.</summary>
    public abstract string Title { get; }

    /// <summary>Which of the main places it belongs to.</summary>
    public virtual string Section => "";

    /// <summary>Whether it shows a grid that needs all the width there is.</summary>
    public virtual bool IsWide => false;

    /// <summary>Where one came from.</summary>
    public virtual (string Text, string Address)? Back => null;

    /// <summary>What has just been done, said once on the page that follows it.</summary>
    public string? Done => done ??= TempData[DoneKey] as string;

    /// <summary>To another page, which says that something was done.</summary>
    protected IActionResult GoTo(string address, string what)
    {
        TempData[DoneKey] = what;
        return LocalRedirect(address);
    }

    /// <summary>What colleagues call somebody by whose account something was done; the account itself where it has gone.</summary>
    public string NameOf(string? account) => account is not null && Now.People.TryGetValue(account, out var person) ? person.Name : account ?? "somebody";

    /// <summary>Whether they may open a page, about a service where it is about one.</summary>
    public bool May(string page, string? service = null) => Visit.Person.May(page, service);
}
