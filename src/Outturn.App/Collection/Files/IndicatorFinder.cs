using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;

namespace Outturn.App.Collection.Files;

/// <summary>Finds the indicators of a register by the refs and titles that files give them.</summary>
internal sealed class IndicatorFinder
{
    private readonly Dictionary<string, int> byRef = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> byTitle = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> ambiguous = new(StringComparer.OrdinalIgnoreCase);

    public IndicatorFinder(Register register)
    {
        Indicators = register.Indicators;
        for (var i = 0; i < Indicators.Count; i++)
        {
            var indicator = Indicators[i].Indicator;
            byRef.TryAdd(indicator.Ref, i);
            if (!byTitle.TryAdd(Plain(indicator.Title), i))
            {
                ambiguous.Add(Plain(indicator.Title));
            }
        }
    }

    public IReadOnlyList<IndicatorHistory> Indicators { get; }

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ByRef => byRef.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The indicator of a ref; without one, of a title that only one has.</summary>
    public int? Find(string? reference, string title) =>
        reference is { Length: > 0 } ? (byRef.TryGetValue(reference.Trim(), out var found) ? found : null)
        : !ambiguous.Contains(Plain(title)) && byTitle.TryGetValue(Plain(title), out var titled) ? titled
        : null;

    public string Unknown(string? reference, string title) =>
        reference is { Length: > 0 }
            ? $"There is no indicator {Quoted.Text(reference)} in the register.{Nearest.Ask(reference, byRef.Keys)}"
            : ambiguous.Contains(Plain(title))
            ? $"Several indicators are called {Quoted.Text(title)}: add a column ref."
            : $"There is no indicator called {Quoted.Text(title)} in the register.{Nearest.Ask(title, Indicators.Select(history => history.Indicator.Title))} A column ref is surer.";

    private static string Plain(string title) => string.Join(' ', title.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
