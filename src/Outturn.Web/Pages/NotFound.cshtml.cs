using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>There is no such page, or none for whoever asks: the two are not told apart.</summary>
[Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryToken]
public sealed class NotFoundModel : StaffPage
{
    public bool IsRefused => HttpContext.Response.StatusCode == 400;

    public override string Title => IsRefused ? "That could not be sent" : "There is no such page";
}
