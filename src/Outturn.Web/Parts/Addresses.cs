using System.Globalization;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Papers;
using Outturn.Core.Periods;

namespace Outturn.Web.Parts;

/// <summary>How committees, periods and indicators stand in addresses.</summary>
public static class Addresses
{
    /// <summary>Every indicator there is, whoever reads it.</summary>
    public const string All = "all";

    private const string DayFormat = "yyyy-MM-dd";

    public static string Slug(this Committee committee) => TextPlace.Slug(committee.ShortName);

    public static Committee? Committee(this Register register, string slug) => register.Committees.FirstOrDefault(committee => committee.Slug() == slug);

    public static string Address(this DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A period by its last day; its kind is the indicator's.</summary>
    public static string Address(this Period period) => period.Last.Address();

    /// <summary>The period of a kind that ends on a day; null where none does.</summary>
    public static Period? Period(string? text, Frequency frequency) =>
        Day(text) is { } day && day.Year is > 1900 and < 2200 && Core.Periods.Period.EndedBy(frequency, day) is var period && period.Last == day ? period : null;

    public static string Indicator(string reference) => $"/indicators/{Uri.EscapeDataString(reference)}";

    public static string Figure(string reference, Period period) => $"/indicators/{Uri.EscapeDataString(reference)}/{period.Address()}";

    public static string Enter(string reference, Period period) => $"/collect/enter/{Uri.EscapeDataString(reference)}/{period.Address()}";

    public static string Slug(this Service service) => TextPlace.Slug(service.Name);

    public static Service? Service(this Register register, string slug) => register.Services.FirstOrDefault(service => service.Slug() == slug);

    /// <summary>The review of a year.</summary>
    public static string Review(Period year) => $"/review/{year.ToString().Replace('/', '-')}";

    /// <summary>The financial year of an address such as 2020-21; null where it is none.</summary>
    public static Period? Year(string? text) =>
        PeriodText.TryRead(text?.Replace('-', '/') ?? "", Frequency.Year, out var year, out _) && Review(year) == $"/review/{text}" ? year : null;

    public static string ServiceReview(Period year, Service service) => $"{Review(year)}/services/{service.Slug()}";

    public static string Proposal(Period year, string reference) => $"{Review(year)}/proposals/{Uri.EscapeDataString(reference)}";

    public static string Slug(this Report report) => TextPlace.Slug(report.Name);

    /// <summary>The quarterly report of an address; null where there is none.</summary>
    public static Report? Quarterly(this Register register, string slug) => register.Reports.FirstOrDefault(report => report.Kind == ReportKind.Quarterly && report.Slug() == slug);

    public static string Quarterly(Report report, DateOnly to) => $"/dashboards/quarterly/{report.Slug()}?to={to.Address()}";

    /// <summary>A report that has a life, by its name.</summary>
    public static string Report(string name) => $"/reports/{name}";

    public static string Section(string report, Service service, Core.People.Role role) => $"{Report(report)}/sections/{service.Slug()}/{role.Word()}";

    public static string Dashboard(Committee? committee, DateOnly to) => $"/dashboards/{committee?.Slug() ?? All}?to={to.Address()}";
}

/// <summary>How a round of collection stands in an address: its kind and its last day.</summary>
public static class RoundAddress
{
    public static string Code(this Period round) => $"{round.Frequency.Name().Replace(' ', '-')}_{round.Address()}";

    /// <summary>The round of a code; null where it is none.</summary>
    public static Period? Read(string? code) =>
        code?.Split('_') is [var kind, var day] && Frequencies.Read(kind.Replace("half-year", "half year", StringComparison.Ordinal).Replace("12-months", "12 months", StringComparison.Ordinal)) is { } frequency
            ? Addresses.Period(day, frequency)
            : null;
}

/// <summary>How one figure is called in a form: its ref and the last day of its period.</summary>
public static class FigureId
{
    public static string Of(string reference, Period period) => $"{reference}_{period.Address()}";

    /// <summary>The figure of an id; null where there is no such indicator, or no such period of its kind.</summary>
    public static (IndicatorHistory History, Period Period)? Read(CouncilNow now, string id) =>
        id.LastIndexOf('_') is > 0 and var end && now.Find(id[..end]) is { } history && Addresses.Period(id[(end + 1)..], history.Indicator.Definition.Frequency) is { } period ? (history, period) : null;
}
