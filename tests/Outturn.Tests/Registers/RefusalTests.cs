namespace Outturn.Tests.Registers;

/// <summary>What makes a folder unreadable, each with its file, row and column.</summary>
public sealed class RefusalTests : IDisposable
{
    private readonly CouncilFiles council = new();

    public void Dispose() => council.Dispose();

    [Theory]
    [InlineData("observations.csv", "F1,Apr 2019,5", "observations.csv, row 6, column \"period\": F1 has a figure for Apr 2019 in row 2 already: keep one of the two rows.")]
    [InlineData("observations.csv", "F1,Jun 2019,[x],1,2", "observations.csv, row 6, column \"value\": The mark [x] says that there is no figure, and there are a numerator and a denominator: keep one or the other.")]
    [InlineData("observations.csv", "F1,Jun 2019,,,200", "observations.csv, row 6, column \"numerator\": There is a denominator and no numerator: give both, or neither.")]
    [InlineData("observations.csv", "F1,Jun 2019,,1,-2", "observations.csv, row 6, column \"denominator\": \"-2\" is below 0: nothing can be divided among less than nothing.")]
    [InlineData("observations.csv", "F1,Jun 2019,,1,0.0000001", "observations.csv, row 6, column \"denominator\": \"0.0000001\" is too small to divide by: write 0, or at least 0.000001.")]
    [InlineData("indicators.csv", "F3,Fires,kpi,ICT,,per 0,0,lower,,month", "indicators.csv, row 5, column \"unit\": \"per 0\" is no rate: write per and a whole number from 1 to 1,000,000, such as per 1,000.")]
    [InlineData("indicators.csv", "F3,Fires,kpi,ICT,,per 1000000000,0,lower,,month", "indicators.csv, row 5, column \"unit\": \"per 1000000000\" is no rate: write per and a whole number from 1 to 1,000,000, such as per 1,000.")]
    [InlineData("observations.csv", "F2,Q2 2019/20,5,,,cumulative", "observations.csv, row 6, column \"basis\": The figure is cumulative and the indicator's basis in indicators.csv is period: a series has one basis.")]
    [InlineData("observations.csv", "F2,spring,5", "observations.csv, row 6, column \"period\": \"spring\" is not a period of frequency quarter: write it like Q1 2019/20.")]
    [InlineData("observations.csv", ",Jul 2019,5", "observations.csv, row 6, column \"ref\": This cell is blank and needed.")]
    [InlineData("indicators.csv", "F1,Again,kpi,ICT,,%,0,higher,,month", "indicators.csv, row 5, column \"ref\": indicator \"F1\" stands in row 2 already: each is listed once.")]
    [InlineData("indicators.csv", "F3,Average,kpi,ICT,,%,0,higher,,month,sum", "indicators.csv, row 5, column \"roll_up\": a sum of \"%\" is meaningless: only counts and amounts add up; use ratio (with numerator and denominator), mean or latest.")]
    [InlineData("indicators.csv", "F3,Share,kpi,IT,,%,0,higher,,month", "indicators.csv, row 5, column \"service\": services.csv has no service \"IT\". Did you mean \"ICT\"?")]
    [InlineData("indicators.csv", "F3,Share,kpi,ICT,Planning,%,0,higher,,month", "indicators.csv, row 5, column \"committees\": committees.csv has no committee \"Planning\".")]
    [InlineData("indicators.csv", "F3,Share,kpi,ICT,,%,0,higher,2,month", "indicators.csv, row 5, column \"tolerance\": A tolerance belongs to polarity closest: leave it blank, or state a floor standard in targets.csv.")]
    [InlineData("indicators.csv", "F3,Share,kpi,ICT,,%,0,higher,,month,,,2019-13-01", "indicators.csv, row 5, column \"since\": \"2019-13-01\" is not a date: write it like 31/03/2020 (day first) or 2020-03-31.")]
    [InlineData("indicators.csv", "F3,Share,kpi,ICT,,%,0,higher,,month,,,,,,F7", "indicators.csv, row 5, column \"replaced_by\": indicators.csv has no indicator \"F7\". Did you mean \"F1\"?")]
    [InlineData("targets.csv", "F1,,01/01/2020,31/03/2020,96,90", "targets.csv, row 5, column \"from\": These levels begin on 01/01/2020, while those in row 2 still hold: only one level can be in force on a day.")]
    [InlineData("targets.csv", "F1,2020/21,01/04/2020,,96,90", "targets.csv, row 5, column \"year\": Give a year, or from and to, not both.")]
    [InlineData("targets.csv", "F1,2020/21,,,,90", "targets.csv, row 5, column \"target\": There is a floor standard and no target.")]
    [InlineData("targets.csv", "F2,2020/21,,,1000,900", "targets.csv, row 5, column \"floor\": Floor standard 900 is on the wrong side of target 1000: lower is better.")]
    [InlineData("targets.csv", "A1,2020/21,,,,,200,100", "targets.csv, row 5, column \"lower\": The lower limit is above the upper limit.")]
    public void Read_OneBadRow_IsNamedWithItsPlaceAndReason(string file, string row, string expected)
    {
        council.Add(file, row);

        Assert.Equal([expected], council.Errors());
    }

    [Fact]
    public void Read_TargetWithoutPolarity_IsOneErrorOfTheIndicator()
    {
        council.Change("indicators.csv", "%,0,higher", "%,0,");
        council.Add("targets.csv", "F1,2020/21,,,96,90");

        Assert.Equal(["indicators.csv, row 2, column \"polarity\": F1 has a target and no polarity: write higher, lower or closest."], council.Errors());
    }

    [Fact]
    public void Read_ProposalsOfUnknownIndicators_AreRefusedUnlessNew()
    {
        council.Write("proposals.csv", "ref,year,decision,target,floor,rationale", "F9,2020/21,new,5,,New", "F8,2020/21,keep,5,,Same", "F1,2020/21,amend,95,97,Wrong");

        Assert.Equal(
        [
            "proposals.csv, row 3, column \"ref\": indicators.csv has no indicator \"F8\". Did you mean \"F1\"?",
            "proposals.csv, row 4, column \"floor\": Floor standard 97 is on the wrong side of target 95: higher is better.",
        ],
        council.Errors());
    }

    [Fact]
    public void Read_MissingNeededColumn_SaysWhatBelongsThereAndBlamesNothingElse()
    {
        council.Change("indicators.csv", "ref,title,kind,service", "ref,titel,kind,service");

        Assert.Equal(["indicators.csv, column \"title\": This column is missing and needed: Its title as papers print it."], council.Errors());
    }

    [Fact]
    public void Read_UnknownColumn_IsAWarningWithWhatItMayMean()
    {
        council.Change("targets.csv", "lower,upper,rationale", "lower,upper,rational");

        Assert.Equal(["targets.csv, column \"rational\": This column is not known and was not read. Did you mean \"rationale\"?"], council.Warnings());
    }

    [Fact]
    public void Read_PercentageWithoutItsSign_IsReadAsItStandsAndNamed()
    {
        council.Add("indicators.csv", "F3,Share,kpi,ICT,,percent,0,higher,,month");

        Assert.Equal(["indicators.csv, row 5, column \"unit\": \"percent\" is read as a plain unit, not as a percentage: write % if it is one."], council.Warnings());
    }

    [Fact]
    public void Read_BadJson_NamesTheLine()
    {
        council.Write("council.json", "{", "  // the council", "  \"name\": \"T\"", "  \"code\": \"T\"", "}");

        Assert.Equal(["council.json, row 4: This is not JSON from here on: look for a missing comma, quotation mark or bracket here or on the line before."], council.Errors());
    }

    [Fact]
    public void Read_SettingsThatCannotBe_AreNamedWithTheirLine()
    {
        council.Write("council.json", "{", "  \"name\": \"T\", // ours", "  \"rating_counted\": \"best\",", "  \"template\": \"house.docx\",", "  \"year_start\": \"January\",", "}");

        Assert.Equal(
        [
            "council.json, row 5, column \"year_start\": \"January\" is not known here: write April: papers count financial years, April to March.",
            "council.json, row 3, column \"rating_counted\": \"best\" is not known here: write latest or year-to-date.",
            "council.json, row 4, column \"template\": There is no file \"house.docx\" in this folder: put it here, or write null for the standard template.",
        ],
        council.Errors());
    }

    [Theory]
    [InlineData("#1F4E5F", "#1f4e5f", null)]
    [InlineData("#ffd700", "#1f3a5f", "council.json, row 1, column \"colours.main\": White text on #ffd700 has a contrast of 1.4 to 1 and needs 4.5: #1f3a5f is used instead. Choose a darker colour.")]
    [InlineData("navy", "#1f3a5f", "council.json, row 1, column \"colours.main\": \"navy\" is not a colour like #1f3a5f, which is used instead.")]
    public void Read_Colour_IsTakenWhenWhiteTextCanBeReadOnIt(string written, string taken, string? warning)
    {
        council.Write("council.json", $$"""{ "name": "T", "colours": { "main": "{{written}}" } }""");

        Assert.Equal(taken, council.Read().Register.Council.Colour);
        Assert.Equal(warning is null ? [] : [warning], council.Warnings());
    }

    [Fact]
    public void Read_MissingObservations_IsAnErrorAndAMisspeltFileIsRecognised()
    {
        council.Delete("observations.csv");
        council.Write("observation.csv", "ref,period,value", "F1,Apr 2019,5");

        Assert.Equal(["observations.csv: This file is missing: each row of it is a figure of an indicator for a period. Is it \"observation.csv\"? Rename that."], council.Errors());
    }

    [Fact]
    public void Read_TextOfNoPlace_IsNamedWithTheOneItMayMean()
    {
        council.Write("texts/perfomance.md", "Our own words.");
        council.Write("texts/service-ict.md", "Ours too.");

        Assert.Equal(["texts/perfomance.md: No place in the paper has this name, so the text was left out. Did you mean \"performance\"?"], council.Warnings());
        Assert.Equal("Ours too.", council.Read().Register.Texts["service-ict"]);
    }

    [Fact]
    public void Read_LevelsThatChangeWithinAYear_HoldFromDayToDay()
    {
        council.Change("targets.csv", "F1,2019/20,,,95,90", "F1,,2019-04-01,,95,90");
        council.Add("targets.csv", "F1,,01/06/2019,,96,91,,,Raised");

        var targets = council.Read().Register.Indicators[0].Targets;

        Assert.Equal(95, targets.InForce(new DateOnly(2019, 5, 31))?.Target?.Level);
        Assert.Equal(96, targets.InForce(new DateOnly(2019, 6, 1))?.Target?.Level);
    }

    [Fact]
    public void Read_KeepWithoutLevels_KeepsThoseInForce()
    {
        council.Write("proposals.csv", "ref,year,decision,rationale", "F1,2020/21,keep,Held");

        Assert.Equal(95, council.Read().Register.Indicators[0].Proposals.Single().Target?.Level);
    }
}
