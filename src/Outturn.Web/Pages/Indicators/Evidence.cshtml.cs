using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A file that proves a figure, to save and not to open in the page: whoever sent it chose what is in it.</summary>
public sealed class EvidenceModel(Store store) : StaffPage
{
    public override string Title => "Evidence";

    public async Task<IActionResult> OnGetAsync(string reference, string period, string digest, CancellationToken cancel)
    {
        var indicator = Now.Find(reference)!.Indicator;
        if (Addresses.Period(period, indicator.Definition.Frequency) is not { } asked || await IndicatorRecord.EvidenceAsync(store, indicator.Ref, asked, digest, cancel) is not { } bytes)
        {
            return NotFound();
        }

        var record = await IndicatorRecord.ReadAsync(store, indicator.Ref, asked, cancel);
        return File(bytes, "application/octet-stream", record.Evidence.First(file => file.Digest == digest).FileName);
    }
}
