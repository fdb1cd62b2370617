using Microsoft.AspNetCore.Mvc;
using Outturn.Web.Access;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Sends once more what was sent when the session had ended.</summary>
public sealed class ResumeModel : StaffPage
{
    public override string Title => "Send what you typed";

    public UnsentForm? Form { get; private set; }

    public void OnGet([FromServices] Unsent unsent)
    {
        Form = unsent.Read(HttpContext, Me.Account) is { } form && Return.To(form.To) == form.To ? form : null;
        Unsent.Drop(HttpContext);
    }
}
