using Outturn.Core.Indicators;

namespace Outturn.App.Registers;

internal static class Kinds
{
    public static IndicatorKind? Read(string text) => text.ToLowerInvariant() switch
    {
        "kpi" => IndicatorKind.Kpi,
        "activity" => IndicatorKind.Activity,
        _ => null,
    };
}

internal static class Bases
{
    public static Basis? Read(string text) => text.ToLowerInvariant() switch
    {
        "period" => Basis.Period,
        "cumulative" => Basis.Cumulative,
        _ => null,
    };
}
