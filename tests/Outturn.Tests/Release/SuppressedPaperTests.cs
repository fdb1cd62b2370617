using System.Text;
using System.Text.Json;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Tests.Papers;
using Outturn.Tests.Registers;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Release;

/// <summary>A small count is in no format of a paper, and the threshold that says so is kept in files and stores.</summary>
public sealed class SuppressedPaperTests
{
    private const string Counts = "ref,title,kind,service,committees,unit,decimals,polarity,frequency,roll_up,suppress_below";

    private static readonly int[] Months = [1201, 1307, 3, 1409, 1511, 1613];

    public static TheoryData<string> Engines => TestStore.Engines;

    [Fact]
    public void No_format_of_the_paper_has_a_small_count_or_what_would_tell_it()
    {
        using var files = Council();
        var paper = Assert.Single(Assert.IsType<RequestedPapers.Made>(RequestedPapers.Of(files.Read().Register, null, "Resources", "Sep 2019", new DateOnly(2020, 1, 1))).Papers);
        foreach (var format in new[] { PaperFormat.Html, PaperFormat.Csv, PaperFormat.Json })
        {
            using var memory = new MemoryStream();
            paper.Write(format, memory);
            var text = Encoding.UTF8.GetString(memory.ToArray());
            Assert.DoesNotMatch(@"(?<!\d)1,?201(?!\d)", text);
            Assert.DoesNotContain("97.77", text, StringComparison.Ordinal);
            Assert.Contains("Suppressed", text, StringComparison.Ordinal);
        }

        using var json = new MemoryStream();
        paper.Write(PaperFormat.Json, json);
        var indicators = JsonDocument.Parse(json.ToArray()).RootElement.GetProperty("indicators").EnumerateArray().ToDictionary(row => row.GetProperty("ref").GetString()!);
        Assert.Equal([null, 1307m, null, 1409, 1511, 1613], indicators["A1"].GetProperty("periods").EnumerateArray().Select(period => period.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDecimal() : (decimal?)null));
        Assert.Equal(2, indicators["A1"].GetProperty("periods").EnumerateArray().Count(period => period.TryGetProperty("suppressed", out var is_) && is_.GetBoolean()));
        Assert.All(new[] { "latest_value", "numerator", "denominator", "year_to_date_value", "year_to_date_numerator" }, name => Assert.Equal(JsonValueKind.Null, indicators["F1"].GetProperty(name).ValueKind));
        Assert.Equal("Suppressed", indicators["F1"].GetProperty("latest").GetString());
        Assert.Equal(1201, paper.Known.Indicators.Single(indicator => indicator.Indicator.Ref == "A1").Window[0].Value);
    }

    [Fact]
    public void A_threshold_below_two_is_refused_by_its_row()
    {
        using var files = Council();
        files.Change("indicators.csv", "sum,5", "sum,1");
        Assert.Contains(files.Errors(), error => error.Contains("suppress_below", StringComparison.Ordinal) && error.Contains("write 2 or more", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_threshold_that_is_set_by_hand_is_kept_changed_and_taken_away(string engine)
    {
        using var test = await StoreFixture.TakenAsync(engine);
        await SetAsync(test, 5);
        Assert.Equal(5, (await StoreFixture.RegisterAsync(test)).Find("CS01")!.Indicator.SuppressBelow);
        await SetAsync(test, 10);
        Assert.Equal(10, (await StoreFixture.RegisterAsync(test)).Find("CS01")!.Indicator.SuppressBelow);
        await SetAsync(test, null);
        Assert.Null((await StoreFixture.RegisterAsync(test)).Find("CS01")!.Indicator.SuppressBelow);
        Assert.Equal(["3"], await test.ReadAsync("SELECT count(*) FROM suppression"));
        Assert.Contains("as they were written", (await ReportVerb.RunAsync("audit", "verify", "--store", test.Text)).Output);
    }

    private static async Task SetAsync(TestStore test, int? below) => Assert.IsType<RegisterEditResult.Made>(await RegisterEdit.RunAsync(test.Store, new Act("analyst", "edit register", "CS01", "few cases"), register => RegisterDraft.Of(register with
    {
        Indicators = [.. register.Indicators.Select(history => history.Indicator.Ref == "CS01" ? history with { Indicator = history.Indicator with { SuppressBelow = below } } : history)],
    }), default));

    /// <summary>Six months of counts with a 3 among them, and a percentage with a single case that failed.</summary>
    private static CouncilFiles Council()
    {
        var files = new CouncilFiles();
        files.Write("indicators.csv", Counts, "A1,Calls,activity,ICT,Resources,number,0,,month,sum,5", "F1,Invoices,kpi,Finance,Resources,%,0,higher,month,ratio,5");
        files.Write("targets.csv", "ref,year,target,floor,lower,upper,rationale", "F1,2019/20,95,90,,,Held");
        files.Write("observations.csv", ["ref,period,value,numerator,denominator", .. Months.Select((count, i) => $"A1,{Month(i)} 2019,{count},,"), "F1,Sep 2019,,44,45"]);
        return files;
    }

    private static string Month(int i) => new DateOnly(2019, 4 + i, 1).ToString("MMM", System.Globalization.CultureInfo.InvariantCulture);
}
