using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Periods;

namespace Outturn.Core.Tests.Periods;

/// <summary>Periods of all seven frequencies for property tests.</summary>
internal static class AnyPeriod
{
    public static Gen<DateOnly> Day { get; } =
        from day in Gen.Choose(new DateOnly(1950, 1, 1).DayNumber, new DateOnly(2150, 12, 31).DayNumber)
        select DateOnly.FromDayNumber(day);

    public static Gen<Period> Generated { get; } =
        from frequency in Gen.Elements(Enum.GetValues<Frequency>())
        from day in Day
        select Period.Holding(frequency, day);

    public static Arbitrary<Period> From1950To2150 { get; } = Generated.ToArbitrary();
}
