using Outturn.Core.Indicators;

namespace Outturn.App.Registers;

public static class Kinds
{
    public static IndicatorKind? Read(string text) => text.ToLowerInvariant() switch
    {
        "kpi" => IndicatorKind.Kpi,
        "activity" => IndicatorKind.Activity,
        _ => null,
    };

    public static string Name(this IndicatorKind kind) => kind == IndicatorKind.Kpi ? "kpi" : "activity";
}

public static class Bases
{
    public static Basis? Read(string text) => text.ToLowerInvariant() switch
    {
        "period" => Basis.Period,
        "cumulative" => Basis.Cumulative,
        _ => null,
    };

    public static string Name(this Basis basis) => basis == Basis.Period ? "period" : "cumulative";
}
