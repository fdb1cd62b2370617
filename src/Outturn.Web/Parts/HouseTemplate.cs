using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Reports.Word;

namespace Outturn.Web.Parts;

/// <summary>The house's Word template as the store has it.</summary>
public static class HouseTemplate
{
    /// <summary>Neither it nor a refusal where the council uses ours.</summary>
    public static async Task<(WordTemplate? Template, string? Refusal)> ReadAsync(Store store, Register register, CancellationToken cancel) =>
        await CouncilSource.TemplateAsync(store, cancel) is not { } bytes ? (null, null) : WordTemplate.Read(bytes, register.House.Styles) switch
        {
            TemplateResult.Accepted accepted => (accepted.Template, null),
            TemplateResult.Refused refused => (null, refused.Reason),
            _ => throw new InvalidOperationException("A template is accepted or refused."),
        };
}
