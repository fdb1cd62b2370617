using FsCheck;

namespace Outturn.Core.Tests;

/// <summary>A property holds for so many cases in an ordinary run, and for twenty times as many when the heavy proofs are run in full (./test soak).</summary>
internal static class Holds
{
    private const int InFull = 20;

    private static readonly bool IsSoak = Environment.GetEnvironmentVariable("OUTTURN_SOAK") == "1";

    public static void Always(this Property property, int cases = 100) =>
        property.Check(Config.QuickThrowOnFailure.WithMaxTest(IsSoak ? cases * InFull : cases));
}
