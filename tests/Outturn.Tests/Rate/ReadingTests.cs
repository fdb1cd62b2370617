using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Outturn.Core.Tests;

namespace Outturn.Tests.Rate;

/// <summary>Files as people send them: other encodings and separators, more columns, other spellings, hardly anything.</summary>
public sealed class ReadingTests : IDisposable
{
    private const string Results = "shown,rating,reason,ytd,ytd_rating,ytd_reason,previous,last_year,trend,trend_p,range,ytd_range";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly Encoding[] Encodings =
        [new UTF8Encoding(false), new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Windows1252];

    private readonly RateVerb rate = new();

    public void Dispose() => rate.Dispose();

    [Fact]
    public void Rate_SavedInAnyOfTheUsualEncodings_IsWrittenAsUtf8WithoutAMark()
    {
        const string csv = "ref,indicator,unit,frequency,period,value\nA,Café income – net,£,month,Apr 2019,\"£1,234\"\n";
        foreach (var encoding in Encodings)
        {
            var run = rate.Run([.. encoding.GetPreamble(), .. encoding.GetBytes(csv)]);
            Assert.Equal($"ref,indicator,unit,frequency,period,value,{Results}\n"
                + "A,Café income – net,£,month,Apr 2019,\"£1,234\",1234,Not rated,No target,1234,Not rated,No target,No comparison,No comparison,,,,\n", run.Output);
        }
    }

    [Theory]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void Rate_AnotherSeparator_IsWrittenWithCommas(string separator)
    {
        var csv = "ref,note,frequency,period,value\nA,x; y,month,Apr 2019,1\nB,\"say \"\"yes\"\"\",month,Apr 2019,2\n".Replace("x; y", "\"x; y\"").Replace(",", separator);

        var run = rate.Run(csv.Replace("\"x; y\"", separator == ";" ? "\"x, y; z\"" : "x, y; z"));

        Assert.Equal(["x, y; z", "say \"yes\""], run["note"]);
        Assert.Equal(["1", "2"], run["shown"]);
    }

    [Theory]
    [InlineData("%", "12.5%", "13")]
    [InlineData("number", "\"1,234\"", "1234")]
    [InlineData("£", "\"£1,234.50\"", "1235")]
    [InlineData("days", "7 [p]", "7")]
    [InlineData("days", " 7 ", "7")]
    public void Rate_NumbersAsTheyAreTyped_AreRead(string unit, string value, string shown) =>
        Assert.Equal([shown], rate.Run($"ref,unit,frequency,period,value\nA,{unit},month,Apr 2019,{value}\n")["shown"]);

    [Fact]
    public void Rate_ColumnsOfNoConcern_ArePassedThroughAndNamed()
    {
        var run = rate.Run("ref,owner,frequency,period,value,indicator\nA,Jo,month,Apr 2019,1,Calls\n");

        Assert.Equal(["warning: figures.csv: Column owner is passed through unread.", "1 warning."], run.Reasons);
        Assert.Equal(["Jo"], run["owner"]);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void Rate_AHeaderAndNoRows_IsAHeaderWithAWarning()
    {
        var run = rate.Run("ref,frequency,period,value\n");

        Assert.Equal($"ref,frequency,period,value,{Results}\n", run.Output);
        Assert.Equal(["warning: figures.csv: The file has a header and no rows.", "1 warning."], run.Reasons);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void Rate_RowsShorterThanTheHeaderOrBlank_KeepTheirPlace()
    {
        var run = rate.Run("ref,frequency,period,value,note,\nA,month,Apr 2019,1\n,,,,\n\nB,month,Apr 2019,2,x,\n");

        Assert.Equal(["A", "B"], run["ref"]);
        Assert.Equal(["", "x"], run["note"]);
        Assert.Equal(["1", "2"], run["shown"]);
    }

    [Theory]
    [InlineData("percent")]
    [InlineData("Per cent")]
    [InlineData("% of cases")]
    public void Rate_APercentageWithoutItsSign_IsReadAsItStandsAndNamedOnce(string unit)
    {
        var run = rate.Run($"ref,unit,frequency,period,value\nA,{unit},month,Apr 2019,5\nA,{unit},month,May 2019,6\n");

        Assert.Equal([$"warning: figures.csv, row 2, column \"unit\": \"{unit}\" is read as a plain unit, not as a percentage: write % if it is one.", "1 warning."], run.Reasons);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public void Rate_ATypedValueThatIsNotWhatItsCountsMake_IsAWarningAndTheCountsAreUsed()
    {
        var run = rate.Run("ref,unit,frequency,period,value,numerator,denominator\nA,%,month,Apr 2019,99,264,273\nA,%,month,May 2019,96.7,264,273\nA,%,month,Jun 2019,5,0,0\n");

        Assert.Equal(0, run.Code);
        Assert.Equal(["97", "97", ""], run["shown"]);
        Assert.Equal(
            [
                "warning: figures.csv, row 2, column \"value\": \"99\" is not what the counts beside it make, 97: the counts are used.",
                "warning: figures.csv, row 4, column \"value\": \"5\" is not used: the counts beat it, and with a denominator of 0 there is nothing to measure.",
                "2 warnings.",
            ],
            run.Reasons);
    }

    [Fact]
    public void Rate_LevelsThatDoNotBelongToTheKind_AreRemarkedOnOncePerRef()
    {
        var run = rate.Run("ref,kind,frequency,period,value,target,floor,lower\n"
            + "A,activity,month,Apr 2019,1,5,,\nA,activity,month,May 2019,1,5,,\nB,,month,Apr 2019,1,,4,\nC,,month,Apr 2019,1,,,4\n");

        Assert.Equal(0, run.Code);
        Assert.Equal(
            [
                "warning: figures.csv, row 2, column \"target\": \"5\": a target belongs to a KPI: an activity indicator is not rated by it.",
                "warning: figures.csv, row 4, column \"floor\": \"4\": a floor standard without a target: the row is not rated.",
                "warning: figures.csv, row 5, column \"lower\": \"4\": a limit belongs to an activity indicator: a KPI is not judged by it.",
                "3 warnings.",
            ],
            run.Reasons);
        Assert.Equal(["No range", "No range", "", ""], run["range"]);
    }

    [Theory]
    [InlineData("higher", "", "91", "Green")]
    [InlineData("higher", "", "81", "Amber")]
    [InlineData("higher", "", "80.9", "Red")]
    [InlineData("higher", "85", "84", "Red")]
    [InlineData("lower", "", "99", "Amber")]
    [InlineData("lower", "", "99.1", "Red")]
    [InlineData("closest", "", "99", "Amber")]
    public void Rate_WithATolerance_DerivesTheFloorThatIsNotStated(string polarity, string floor, string value, string rating) =>
        Assert.Equal([rating], rate.Run($"ref,polarity,frequency,period,value,target,floor\nA,{polarity},month,Apr 2019,{value},90,{floor}\n", "--tolerance", "10%")["rating"]);

    [Fact]
    public void Rate_PassedThroughText_ComesBackAsItWasTyped() =>
        Prop.ForAll<NonNull<string>[]>(texts =>
        {
            string[] rows = [.. texts.Select((text, i) => $"A{i},\"{Printable(text.Get).Replace("\"", "\"\"")}\",month,Apr 2019, 1 ")];
            var run = rate.Run("ref,note,frequency,period,value\r\n" + string.Concat(rows.Select(row => row + "\r\n")));
            Assert.Equal(
                $"ref,note,frequency,period,value,{Results}\n"
                + string.Concat(rows.Select(row => row + ",1,Not rated,No target,1,Not rated,No target,No comparison,No comparison,,,,\n")),
                run.Output);
        }).Always(50);

    /// <summary>Without what makes a file binary or cannot be saved.</summary>
    private static string Printable(string text) => string.Concat(text.Where(c => c != '\0' && !char.IsSurrogate(c)));
}
