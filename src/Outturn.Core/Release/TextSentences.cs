using System.Text.RegularExpressions;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;

namespace Outturn.Core.Release;

/// <summary>One sentence of free text, and what it stands beside.</summary>
/// <param name="Place">Of the text; null for a commentary.</param>
/// <param name="Of">The indicator that a commentary is on, else null.</param>
/// <param name="Service">The service under whose heading it stands, else null.</param>
internal sealed record TextSentence(string Said, string? Place, DashboardIndicator? Of, ServiceDashboard? Service)
{
    /// <summary>Enough of it to be found.</summary>
    public string Quoted => $"\"{(Said.Length <= 140 ? Said : string.Concat(Said.AsSpan(0, 137), "..."))}\"";

    public string Subject => Of?.Indicator.Ref ?? Place!;

    public Cure Cure => Of is { } indicator ? new Cure.OfCommentary(indicator.Indicator.Ref, indicator.Period) : new Cure.OfText(Place!);
}

/// <summary>The sentences of a paper that somebody wrote: the analyst's own texts and the commentary on the reported periods.</summary>
internal static partial class TextSentences
{
    public static IEnumerable<TextSentence> Of(Dashboard dashboard, Register register)
    {
        var services = dashboard.Services.ToDictionary(service => TextPlace.Of(service.Service));
        foreach (var (place, text) in register.Texts.Where(text => IsOfPaper(text.Key, services) && !string.IsNullOrWhiteSpace(text.Value)))
        {
            foreach (var said in Split(text))
            {
                yield return new TextSentence(said, place, null, services.GetValueOrDefault(place));
            }
        }

        foreach (var service in dashboard.Services)
        {
            foreach (var indicator in service.Indicators.Where(indicator => indicator.Commentary is not null))
            {
                foreach (var said in new[] { indicator.Commentary!.Context, indicator.Commentary.Cause, indicator.Commentary.Action }.OfType<string>().SelectMany(Split))
                {
                    yield return new TextSentence(said, null, indicator, service);
                }
            }
        }
    }

    /// <summary>What is said of next year's proposals speaks of other levels than those that are rated by.</summary>
    private static bool IsOfPaper(string place, Dictionary<string, ServiceDashboard> services) =>
        place is TextPlace.Introduction or TextPlace.Performance or TextPlace.Dashboard || services.ContainsKey(place);

    private static IEnumerable<string> Split(string text) => Ends().Split(text).Select(said => Spaces().Replace(said, " ").Trim().TrimStart('-', '*', '•', ' ')).Where(said => said.Length > 0);

    /// <summary>A full stop before a capital, a blank line or the end of a line of a list.</summary>
    [GeneratedRegex(@"(?<=[.!?][""”)]?)\s+(?=[A-Z""“(£\d])|\r?\n(?=\s*(?:\r?\n|[-*•]))")]
    private static partial Regex Ends();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
