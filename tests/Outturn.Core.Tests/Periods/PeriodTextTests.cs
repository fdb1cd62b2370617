using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Periods;

namespace Outturn.Core.Tests.Periods;

public sealed class PeriodTextTests
{
    /// <summary>Every spelling people send, and how the period prints.</summary>
    public static TheoryData<string, Frequency, string> Spellings => new()
    {
        { "2019/20", Frequency.Year, "2019/20" },
        { "2019-20", Frequency.Year, "2019/20" },
        { "201920", Frequency.Year, "2019/20" },
        { "2019/2020", Frequency.Year, "2019/20" },
        { "2019-2020", Frequency.Year, "2019/20" },
        { "FY2019/20", Frequency.Year, "2019/20" },
        { "FY 2019-20", Frequency.Year, "2019/20" },
        { "Financial year 2019/20", Frequency.Year, "2019/20" },
        { "19/20", Frequency.Year, "2019/20" },
        { "19-20", Frequency.Year, "2019/20" },
        { "99/00", Frequency.Year, "1999/00" },
        { "1999/00", Frequency.Year, "1999/00" },
        { "2099/00", Frequency.Year, "2099/00" },
        { "2011-12", Frequency.Year, "2011/12" },
        { "2019–20", Frequency.Year, "2019/20" },
        { "2019 / 20", Frequency.Year, "2019/20" },
        { "\u00A02019/20\u00A0", Frequency.Year, "2019/20" },
        { "\uFEFF2019/20", Frequency.Year, "2019/20" },
        { "Year ending March 2020", Frequency.Year, "2019/20" },
        { "year ended 31 March 2020", Frequency.Year, "2019/20" },
        { "Year to Mar-20", Frequency.Year, "2019/20" },
        { "12 months to Mar 2020", Frequency.Year, "2019/20" },
        { "Apr 2019 - Mar 2020", Frequency.Year, "2019/20" },
        { "2019/20", Frequency.Academic, "Academic 2019/20" },
        { "Academic 2019/20", Frequency.Academic, "Academic 2019/20" },
        { "academic year 2019-20", Frequency.Academic, "Academic 2019/20" },
        { "AY2019/20", Frequency.Academic, "Academic 2019/20" },
        { "Year ending August 2020", Frequency.Academic, "Academic 2019/20" },
        { "2019", Frequency.Calendar, "2019" },
        { "Year ending December 2019", Frequency.Calendar, "2019" },
        { "Jan to Dec 2019", Frequency.Calendar, "2019" },
        { "Q1 2019/20", Frequency.Quarter, "Q1 2019/20" },
        { "2019/20 Q1", Frequency.Quarter, "Q1 2019/20" },
        { "Q1 19-20", Frequency.Quarter, "Q1 2019/20" },
        { "Q1 2019-20", Frequency.Quarter, "Q1 2019/20" },
        { "q4 2019/2020", Frequency.Quarter, "Q4 2019/20" },
        { "Q1 FY2019/20", Frequency.Quarter, "Q1 2019/20" },
        { "FY2019/20 Q3", Frequency.Quarter, "Q3 2019/20" },
        { "Q1-2019/20", Frequency.Quarter, "Q1 2019/20" },
        { "2019-20-Q2", Frequency.Quarter, "Q2 2019/20" },
        { "Quarter 1, 2019–20", Frequency.Quarter, "Q1 2019/20" },
        { "Q1 (2019/20)", Frequency.Quarter, "Q1 2019/20" },
        { "Q1\u00A02019/20", Frequency.Quarter, "Q1 2019/20" },
        { "Apr-Jun 2019", Frequency.Quarter, "Q1 2019/20" },
        { "January to March 2020", Frequency.Quarter, "Q4 2019/20" },
        { "H1 2019/20", Frequency.HalfYear, "H1 2019/20" },
        { "2019-20 H2", Frequency.HalfYear, "H2 2019/20" },
        { "Oct 2019 – Mar 2020", Frequency.HalfYear, "H2 2019/20" },
        { "Apr-19", Frequency.Month, "Apr 2019" },
        { "Apr 19", Frequency.Month, "Apr 2019" },
        { "Apr19", Frequency.Month, "Apr 2019" },
        { "Apr 2019", Frequency.Month, "Apr 2019" },
        { "APRIL 2019", Frequency.Month, "Apr 2019" },
        { "April, 2019", Frequency.Month, "Apr 2019" },
        { "2019 April", Frequency.Month, "Apr 2019" },
        { "Sept 2019", Frequency.Month, "Sep 2019" },
        { "Sept. 2019", Frequency.Month, "Sep 2019" },
        { "Apr\u00A02019", Frequency.Month, "Apr 2019" },
        { "Apr–19", Frequency.Month, "Apr 2019" },
        { "2019-04", Frequency.Month, "Apr 2019" },
        { "2011-12", Frequency.Month, "Dec 2011" },
        { "04/2019", Frequency.Month, "Apr 2019" },
        { "201904", Frequency.Month, "Apr 2019" },
        { "01/04/2019", Frequency.Month, "Apr 2019" },
        { "1/4/2019", Frequency.Month, "Apr 2019" },
        { "30/04/2019", Frequency.Month, "Apr 2019" },
        { "29/02/2020", Frequency.Month, "Feb 2020" },
        { "01.04.2019", Frequency.Month, "Apr 2019" },
        { "2019-04-01", Frequency.Month, "Apr 2019" },
        { "2019-04-01 00:00", Frequency.Month, "Apr 2019" },
        { "2019-04-01 00:00:00", Frequency.Month, "Apr 2019" },
        { "2019-04-01T00:00:00", Frequency.Month, "Apr 2019" },
        { "2019-04-01T00:00:00.000", Frequency.Month, "Apr 2019" },
        { "01/04/2019 00:00", Frequency.Month, "Apr 2019" },
        { "01-Apr-19", Frequency.Month, "Apr 2019" },
        { "1 April 2019", Frequency.Month, "Apr 2019" },
        { "12 months to Mar 2020", Frequency.TwelveMonths, "12 months to Mar 2020" },
        { "Twelve months to Jun 2022", Frequency.TwelveMonths, "12 months to Jun 2022" },
        { "12 months ending June 2022", Frequency.TwelveMonths, "12 months to Jun 2022" },
        { "Year ending June 2022", Frequency.TwelveMonths, "12 months to Jun 2022" },
        { "Jul 2021 to Jun 2022", Frequency.TwelveMonths, "12 months to Jun 2022" },
    };

    [Theory]
    [MemberData(nameof(Spellings))]
    public void A_period_is_read_however_it_is_spelled(string spelling, Frequency frequency, string prints)
    {
        Assert.True(PeriodText.TryRead(spelling, frequency, out var period, out var refusal), refusal);
        Assert.Equal(prints, period.ToString());
        Assert.Equal(frequency, period.Frequency);
    }

    [Theory]
    [InlineData("2019/21", Frequency.Year, "\"2019/21\" has two years that do not follow each other: write 2019/20 for the year that begins in 2019.")]
    [InlineData("Q1 2019/21", Frequency.Quarter, "\"Q1 2019/21\" has two years that do not follow each other: write 2019/20 for the year that begins in 2019.")]
    [InlineData("2019/2021", Frequency.Academic, "\"2019/2021\" has two years that do not follow each other: write 2019/20 for the year that begins in 2019.")]
    [InlineData("2019", Frequency.Year, "\"2019\" could be 2018/19 or 2019/20: write the one that is meant.")]
    [InlineData("FY20", Frequency.Year, "\"FY20\" could be 2019/20 or 2020/21: write the one that is meant.")]
    [InlineData("Q1 2019", Frequency.Quarter, "\"Q1 2019\" could be Jan to Mar 2019 or Apr to Jun 2019 (Q1 2019/20): write the financial year in full.")]
    [InlineData("2019 Q4", Frequency.Quarter, "\"2019 Q4\" could be Oct to Dec 2019 or Jan to Mar 2020 (Q4 2019/20): write the financial year in full.")]
    [InlineData("H2 2019", Frequency.HalfYear, "\"H2 2019\" could be Jul to Dec 2019 or Oct 2019 to Mar 2020 (H2 2019/20): write the financial year in full.")]
    [InlineData("Q5 2019/20", Frequency.Quarter, "\"Q5 2019/20\" has no quarter 5: there are Q1 (April to June) to Q4.")]
    [InlineData("H3 2019/20", Frequency.HalfYear, "\"H3 2019/20\" has no half 3: there are H1 (April to September) and H2.")]
    [InlineData("April 2019", Frequency.Quarter, "\"April 2019\" is a month, but the frequency is quarter: write Q1 2019/20 if that is meant.")]
    [InlineData("01/04/2019", Frequency.Year, "\"01/04/2019\" is a month, but the frequency is year: write 2019/20 if that is meant.")]
    [InlineData("Q1 2019/20", Frequency.Month, "\"Q1 2019/20\" is a quarter, but the frequency is month: write it like Apr 2019.")]
    [InlineData("2019/20", Frequency.Month, "\"2019/20\" is a financial year, but the frequency is month: write it like Apr 2019.")]
    [InlineData("2019/20", Frequency.Calendar, "\"2019/20\" is a financial year, but the frequency is calendar: write it like 2019.")]
    [InlineData("2019/20", Frequency.TwelveMonths, "\"2019/20\" is a financial year, but the frequency is 12 months: write 12 months to Mar 2020 if that is meant.")]
    [InlineData("2011-12", Frequency.Quarter, "\"2011-12\" could be Dec 2011 or 2011/12, and the frequency is quarter: write it like Q1 2019/20.")]
    [InlineData("Academic 2019/20", Frequency.Year, "\"Academic 2019/20\" is an academic year, but the frequency is year: write it like 2019/20.")]
    [InlineData("FY2019/20", Frequency.Academic, "\"FY2019/20\" is a financial year, but the frequency is academic: write it like Academic 2019/20.")]
    [InlineData("2019/04", Frequency.Month, "\"2019/04\" is written like a year: write 2019-04 for a month.")]
    [InlineData("2019-13", Frequency.Month, "\"2019-13\" has no month 13: write it like Apr 2019 or 2019-04.")]
    [InlineData("13/2019", Frequency.Month, "\"13/2019\" has no month 13: write it like Apr 2019 or 2019-04.")]
    [InlineData("04/13/2019", Frequency.Month, "\"04/13/2019\" has no month 13: dates are read day first.")]
    [InlineData("04/01/2019", Frequency.Month, "\"04/01/2019\" is 4 Jan 2019, a day within a month, read day first: write Jan 2019 if the month is meant.")]
    [InlineData("01/04/19", Frequency.Month, "\"01/04/19\" is a date with a year of two digits: write all four.")]
    [InlineData("43556", Frequency.Month, "\"43556\" looks like the number that a spreadsheet keeps for 1 Apr 2019: write the period in words.")]
    [InlineData("Year ending June 2022", Frequency.Year, "\"Year ending June 2022\" ends with Jun 2022, and a financial year ends with March: use the frequency 12 months for years that end with any month.")]
    [InlineData("6 months to Sep 2019", Frequency.HalfYear, "\"6 months to Sep 2019\" is not a period of frequency half-year: write it like H1 2019/20.")]
    [InlineData("Year ending 1 March 2020", Frequency.Year, "\"Year ending 1 March 2020\" is not a period of frequency year: write it like 2019/20.")]
    [InlineData("Oct-Mar 2020", Frequency.HalfYear, "\"Oct-Mar 2020\" is not a period of frequency half-year: write it like H1 2019/20.")]
    [InlineData("2019-04-01 09:30", Frequency.Month, "\"2019-04-01 09:30\" is not a period of frequency month: write it like Apr 2019.")]
    [InlineData("2099/00x", Frequency.Year, "\"2099/00x\" is not a period of frequency year: write it like 2019/20.")]
    [InlineData("1850/51", Frequency.Year, "\"1850/51\" is outside the years 1901 to 2199.")]
    [InlineData("H2 9999", Frequency.HalfYear, "\"H2 9999\" is outside the years 1901 to 2199.")]
    [InlineData("1850 Q4", Frequency.Quarter, "\"1850 Q4\" is outside the years 1901 to 2199.")]
    [InlineData("Smarch 2019", Frequency.Month, "\"Smarch 2019\" is not a period of frequency month: write it like Apr 2019.")]
    [InlineData("", Frequency.Month, "The period is blank: write it like Apr 2019.")]
    [InlineData(" \u00A0", Frequency.Quarter, "The period is blank: write it like Q1 2019/20.")]
    [InlineData("2019/20 2019/20 2019/20 2019/20 2019/20 2019/20", Frequency.Year, "\"2019/20 2019/20 2019/20 2019/20 2019/20…\" is not a period of frequency year: write it like 2019/20.")]
    public void What_is_no_period_of_the_frequency_is_refused_with_the_reason(string text, Frequency frequency, string reason)
    {
        Assert.False(PeriodText.TryRead(text, frequency, out _, out var refusal));
        Assert.Equal(reason, refusal);
    }

    [Theory]
    [InlineData("Apr 2019", "Apr 2019")]
    [InlineData("Q1 2019/20", "Q1 2019/20")]
    [InlineData("H1 2019/20", "H1 2019/20")]
    [InlineData("2019/20", "2019/20")]
    [InlineData("2019", "2019")]
    [InlineData("Academic 2019/20", "Academic 2019/20")]
    [InlineData("Year ending March 2020", "2019/20")]
    [InlineData("12 months to Jun 2022", "12 months to Jun 2022")]
    [InlineData("2019-20", "2019/20")]
    [InlineData("2019-04", "Apr 2019")]
    public void A_spelling_that_tells_its_kind_needs_no_frequency(string text, string prints) =>
        Assert.Equal(prints, PeriodText.ReadAny(text)?.ToString());

    [Theory]
    [InlineData("2011-12", "\"2011-12\" could be Dec 2011 or 2011/12: write the one that is meant.")]
    [InlineData("201112", "\"201112\" could be Dec 2011 or 2011/12: write the one that is meant.")]
    [InlineData("2019/21", "\"2019/21\" has two years that do not follow each other: write 2019/20 for the year that begins in 2019.")]
    [InlineData("Q1 2019", "\"Q1 2019\" could be Jan to Mar 2019 or Apr to Jun 2019 (Q1 2019/20): write the financial year in full.")]
    [InlineData("Target", "\"Target\" is not a period: write it like Apr 2019, Q1 2019/20, H1 2019/20 or 2019/20.")]
    [InlineData("", "The period is blank: write it like Apr 2019, Q1 2019/20 or 2019/20.")]
    public void A_spelling_that_does_not_tell_its_kind_is_refused_by_name(string text, string reason)
    {
        Assert.False(PeriodText.TryReadAny(text, out _, out var refusal));
        Assert.Equal(reason, refusal);
    }

    [Fact]
    public void A_period_reads_back_as_it_was_printed() =>
        Holds.Always(Prop.ForAll(AnyPeriod.From1950To2150, period =>
            PeriodText.TryRead(period.ToString(), period.Frequency, out var read, out _) && read == period), 2_000);

    [Fact]
    public void Reading_any_text_answers_with_a_period_or_a_reason_and_never_breaks() =>
        Holds.Always(Prop.ForAll(Texts, text =>
            Enum.GetValues<Frequency>().All(frequency => PeriodText.TryRead(text, frequency, out _, out var refusal) == (refusal == ""))
            && PeriodText.TryReadAny(text, out _, out var any) == (any == "")), 5_000);

    /// <summary>Pieces of spellings in any order, which come nearer to a period than random letters do.</summary>
    private static Arbitrary<string> Texts =>
        (from pieces in Gen.ListOf(Gen.Elements(
            "2019", "20", "19", "04", "1", "12", "0", "00", "99", "2200", "31", "Q1", "Q9", "H2", "q", "h", "FY", "Academic", "year", "months", "to", "ending",
            "twelve", "Apr", "March", "May", "/", "-", "–", ":", ".", " ", " ", "\u00A0", "T", "00:00", "(", ")", "x", "é", "٣", "43556", "201920", "99999999999"))
         select string.Concat(pieces)).ToArbitrary();
}
