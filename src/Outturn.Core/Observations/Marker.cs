using Outturn.Core.Ratings;

namespace Outturn.Core.Observations;

/// <summary>The markers of official statistics: why there is no value, or what to know of one that there is (RULES 1).</summary>
public enum Marker
{
    None,

    /// <summary>[x]</summary>
    NotAvailable,

    /// <summary>[z]</summary>
    NotApplicable,

    /// <summary>[c]</summary>
    Confidential,

    /// <summary>[low]: rounds to zero but is not.</summary>
    Low,

    /// <summary>[u]: alone, not available; behind a value, the value is rated.</summary>
    Unreliable,

    /// <summary>[p]: follows a value.</summary>
    Provisional,

    /// <summary>[r]: follows a value.</summary>
    Revised,
}

public static class Markers
{
    /// <summary>Reads what stands in the brackets: x, z, c, low, u, p, r.</summary>
    public static Marker? Read(string text) => text.ToLowerInvariant() switch
    {
        "x" => Marker.NotAvailable,
        "z" => Marker.NotApplicable,
        "c" => Marker.Confidential,
        "low" => Marker.Low,
        "u" => Marker.Unreliable,
        "p" => Marker.Provisional,
        "r" => Marker.Revised,
        _ => null,
    };

    /// <summary>What stands in the brackets: x, z, c, low, u, p, r; blank for none.</summary>
    public static string Code(this Marker marker) => marker switch
    {
        Marker.NotAvailable => "x",
        Marker.NotApplicable => "z",
        Marker.Confidential => "c",
        Marker.Low => "low",
        Marker.Unreliable => "u",
        Marker.Provisional => "p",
        Marker.Revised => "r",
        _ => "",
    };

    /// <summary>The word that follows a value on paper, or null.</summary>
    public static string? Remark(this Marker marker) => marker switch
    {
        Marker.Provisional => "provisional",
        Marker.Revised => "revised",
        Marker.Unreliable => "unreliable",
        _ => null,
    };

    internal static Reason WhyMissing(this Marker marker) => marker switch
    {
        Marker.NotAvailable or Marker.Unreliable => Reason.NotAvailable,
        Marker.NotApplicable => Reason.NotApplicable,
        Marker.Confidential or Marker.Low => Reason.Suppressed,
        _ => Reason.Awaited,
    };
}
