using Outturn.App.Collection.Templates;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Targets;

namespace Outturn.Tests.Collection.Templates;

/// <summary>A template for a service with a ratio by the month, a count by the month and days by the quarter.</summary>
internal static class IssuedTemplate
{
    public const string Store = "0f3c9d2a";

    private static readonly Service Service = new("Contact Centre", 1);

    public static readonly Period Round = Read("Q1 2020/21", Frequency.Quarter);
    public static readonly Period April = Read("Apr 2020", Frequency.Month);

    public static readonly TemplateStamp Stamp = new(Store, 57, new DateOnly(2020, 7, 21), Round, Service.Name);

    public static readonly Indicator Answered = new(
        "CS01", "Calls answered", Service, [], new Definition(IndicatorKind.Kpi, new Unit("%"), 1, Polarity.HigherIsBetter, Frequency.Month, RollUp.Ratio))
    {
        Meaning = "Calls that an adviser answered.",
        Numerator = "Calls answered",
        Denominator = "Calls received",
    };

    public static readonly Indicator Received = new(
        "CS02", "Calls received", Service, [], new Definition(IndicatorKind.Activity, new Unit("number"), 0, null, Frequency.Month, RollUp.Sum));

    public static readonly Indicator Days = new(
        "CS03", "Days to answer a letter", Service, [], new Definition(IndicatorKind.Kpi, new Unit("days"), 1, Polarity.LowerIsBetter, Frequency.Quarter, RollUp.Latest));

    /// <summary>Nothing is known yet of what is due, and something of the year before.</summary>
    public static readonly Register Register = Of(
        History(Answered, new Target(95, 90, Polarity.HigherIsBetter), null, new Figure(Read("Apr 2019", Frequency.Month), new Observation(94.25m)), new Figure(Read("Mar 2020", Frequency.Month), new Observation(null, new Counts(188, 200)))),
        History(Received, null, new ExpectedRange(4000, 6000), new Figure(Read("Apr 2019", Frequency.Month), new Observation(5123))),
        History(Days, new Target(5, 7, Polarity.LowerIsBetter), null));

    public static readonly IReadOnlyList<(Indicator, Period)> Due =
    [
        (Answered, April), (Answered, April.Next), (Answered, April.Next.Next),
        (Received, April), (Received, April.Next), (Received, April.Next.Next),
        (Days, Round),
    ];

    public static Register Of(params IReadOnlyList<IndicatorHistory> histories) => new(
        new Council("Wealdshire County Council", "WEA"),
        [new Post("manager", "Contact Centre Manager"), new Post("director", "Director, People & Places")],
        [Service], [], [], histories, new Dictionary<string, string>());

    public static IndicatorHistory History(Indicator indicator, Target? target, ExpectedRange? range, params IReadOnlyList<Figure> figures) => new(
        indicator, new TargetHistory([new Levels(new DateOnly(2019, 4, 1), new DateOnly(2021, 3, 31), target, range)]), figures, [], []);

    public static byte[] Bytes(Register? register = null, TemplateStamp? stamp = null)
    {
        using var bytes = new MemoryStream();
        TemplateWorkbook.Write(bytes, TemplateContent.Of(register ?? Register, stamp ?? Stamp, Due));
        return bytes.ToArray();
    }

    public static Period Read(string text, Frequency frequency) =>
        PeriodText.TryRead(text, frequency, out var period, out var refusal) ? period : throw new ArgumentException(refusal, nameof(text));
}
