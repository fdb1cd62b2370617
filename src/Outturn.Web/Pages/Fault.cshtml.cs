using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>Something went wrong that should not have; the log says what.</summary>
[Microsoft.AspNetCore.Mvc.IgnoreAntiforgeryToken]
public sealed class FaultModel(TimeProvider clock) : StaffPage
{
    public override string Title => "Something went wrong";

    public string At => App.Stores.UkTime.Text(clock.GetUtcNow().UtcDateTime);
}
