using Microsoft.AspNetCore.Mvc;
using Outturn.App.Collection.Templates;
using Outturn.App.Stores;
using Outturn.Core.Papers;
using Outturn.Core.Periods;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>The workbook that a service fills in.</summary>
public sealed class TemplateModel(Store store) : StaffPage
{
    public override string Title => "Workbook to fill in";

    public override string Section => "collect";

    public override (string Text, string Address)? Back => ("Worklist", "/collect" + QueryText.Of(("round", Round)));

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Service { get; set; }

    public Period Asked { get; private set; }

    public IReadOnlyList<string> Services { get; private set; } = [];

    public string? Refusal { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Now.Register is null)
        {
            return NotFound();
        }

        var work = Worklist.Of(Now, Me, RoundAddress.Read(Round));
        Asked = work.Round;
        Services = [.. work.Items.Select(item => item.Due.Indicator.Service.Name).Distinct().Where(service => May("/Collect/Template", service))];
        var service = Service ?? (Services.Count == 1 ? Services[0] : null);
        if (service is null)
        {
            return Page();
        }

        if (!Services.Contains(service))
        {
            return NotFound();
        }

        switch ((await StoreTemplates.MakeAsync(store, Asked, service, cancel))[0])
        {
            case StoreTemplateResult.Made made:
                return File(made.Workbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{TextPlace.Slug(made.Service.Name)}-{TextPlace.Slug(Asked.ToString())}.xlsx");
            case StoreTemplateResult.Refused refused:
                Refusal = refused.Reason;
                break;
        }

        return Page();
    }
}
