namespace Outturn.Reports.Word;

/// <summary>Which periods a native chart names under its axis: as many as stand upright without touching.</summary>
internal static class ChartLabels
{
    /// <summary>Characters that fit under a chart of half a page's width.</summary>
    private const int Room = 48;

    /// <summary>Every how many periods one is named; where it costs little, the last one is among them.</summary>
    public static int Every(IReadOnlyList<string> periods)
    {
        var longest = periods.Select(period => period.Length).DefaultIfEmpty(1).Max() + 2;
        var most = Math.Max(2, Room / longest);
        var least = Math.Max(1, (periods.Count + most - 1) / most);
        return Enumerable.Range(least, least).FirstOrDefault(every => (periods.Count - 1) % every == 0, least);
    }
}
