using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Release;
namespace Outturn.App.Release;
public static class ChecklistSource
{
    public static Task<IReadOnlyList<ChecklistItem>> OfStoreAsync(Store store, Register register, Dashboard known, Dashboard published, DateOnly issuedOn, IReadOnlyList<(string Place, string Name, string? Text)> blocks, CancellationToken cancel) => Task.FromResult<IReadOnlyList<ChecklistItem>>([]);
}
