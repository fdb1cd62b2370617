using Outturn.Core.Indicators;
using Outturn.Core.Targets;

namespace Outturn.Core.Papers;

/// <summary>Which levels are others than before, in words.</summary>
public static class LevelWords
{
    /// <summary>"target from 95% to 93%", "lower limit from none to 400": one for each level that is another.</summary>
    public static IReadOnlyList<string> Differences(Definition definition, Levels? was, Levels? now)
    {
        string Print(decimal? level) => level is { } set ? definition.Unit.PrintLevel(set, definition.Decimals) : "none";
        return
        [
            .. new (string Name, decimal? Was, decimal? Now)[]
            {
                ("target", was?.Target?.Level, now?.Target?.Level), ("floor standard", was?.Target?.FloorStandard, now?.Target?.FloorStandard),
                ("tolerance", was?.Target?.Tolerance ?? 0, now?.Target?.Tolerance ?? 0),
                ("lower limit", was?.Range?.Lower, now?.Range?.Lower), ("upper limit", was?.Range?.Upper, now?.Range?.Upper),
            }.Where(level => level.Was != level.Now).Select(level => $"{level.Name} from {Print(level.Was)} to {Print(level.Now)}"),
        ];
    }
}
