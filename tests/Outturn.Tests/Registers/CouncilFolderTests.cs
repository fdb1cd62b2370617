using Outturn.App;
using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;
using Outturn.Tests.Import;

namespace Outturn.Tests.Registers;

public sealed class CouncilFolderTests : IDisposable
{
    private readonly CouncilFiles council = new();

    public void Dispose() => council.Dispose();

    [Fact]
    public void Read_SoundFolder_IsTheRegisterWithoutAWarning()
    {
        var read = council.Read();

        Assert.Empty(read.Warnings);
        Assert.Equal(["F1", "F2", "A1"], read.Register.Indicators.Select(history => history.Indicator.Ref));
        var invoices = read.Register.Indicators[0];
        Assert.Equal("Director of Finance", invoices.Indicator.Service.Director?.Title);
        Assert.Equal("Resources Committee", invoices.Indicator.Committees.Single().Name);
        Assert.Equal(new Target(95, 90, Polarity.HigherIsBetter), invoices.Targets.InForce(Period.Month(2019, 4))?.Target);
        Assert.Equal(RagRating.Green, invoices.SeriesTo(Period.Month(2019, 4)).Rate(Period.Month(2019, 4))?.Latest.Rating?.Colour);
        Assert.Equal(Reason.NotAvailable, invoices.SeriesTo(Period.Month(2019, 5)).Rate(Period.Month(2019, 5))?.Latest.WhyNot);
        Assert.Equal(1100, read.Register.Indicators[1].Figures.Single().Observation.Typed);
        Assert.Equal(new ExpectedRange(100, 200), read.Register.Indicators[2].Targets.All.Single().Range);
    }

    [Fact]
    public void Read_SoundFolder_KnowsTheRowOfEachPart()
    {
        var read = council.Read();
        var invoices = read.Register.Indicators[0];

        Assert.Equal(2, read.Rows.Of(invoices.Indicator));
        Assert.Equal(3, read.Rows.Of(invoices.Figures[1]));
        Assert.Equal(2, read.Rows.Of(invoices.Targets.All[0]));
        Assert.Equal("observations.csv, row 3, column \"value\": Why?",
            read.Rows.Defect(Severity.Warning, invoices.Figures[1], "value", "Why?").ToString());
    }

    [Fact]
    public void Read_OnlyTheThreeNeededFiles_TakesNamesAsTheyAreWritten()
    {
        foreach (var name in new[] { "posts.csv", "services.csv", "committees.csv", "targets.csv" })
        {
            council.Delete(name);
        }

        var read = council.Read();
        var register = read.Register;

        Assert.Equal("posts.csv: There is no such file, so the posts that others name are printed as they stand there, without telephone or e-mail: head, director.",
            Assert.Single(read.Warnings).ToString());
        Assert.Equal(["Finance", "ICT"], register.Services.Select(service => service.Name));
        Assert.Equal(["Resources", "Resources Committee"], register.Committees.Select(committee => committee.Name));
        Assert.Equal(["head", "director"], register.Posts.Select(post => post.Title));
        Assert.All(register.Indicators, history => Assert.Empty(history.Targets.All));
    }

    [Fact]
    public void Read_FolderWithoutACouncil_IsOneErrorThatSaysHowToMakeOne()
    {
        using var empty = new TemporaryFolder();

        var defect = Assert.Single(Assert.IsType<FolderResult.Refused>(CouncilFolder.Read(empty.Path(""))).Defects);

        Assert.Equal("This folder holds no council: council.json, indicators.csv and observations.csv are missing. "
            + "outturn new FOLDER writes a folder with every file explained.", defect.Reason);
        Assert.Contains("There is no folder", Assert.Single(Assert.IsType<FolderResult.Refused>(CouncilFolder.Read(empty.Path("none"))).Defects).Reason);
        Assert.Contains("This is a file", Assert.Single(Assert.IsType<FolderResult.Refused>(CouncilFolder.Read(empty.Write("a.csv", [65]))).Defects).Reason);
    }

    [Fact]
    public void Read_DefectsInSeveralFiles_AreAllNamedAtOnceErrorsFirst()
    {
        council.Change("council.json", "\"code\": \"T\"", "\"tolerance\": \"a lot\", \"mascot\": \"badger\"");
        council.Change("services.csv", "ICT,director", "ICT,directer");
        council.Change("indicators.csv", "£,0,lower,,quarter", "£,0,lower,,fortnight");
        council.Change("targets.csv", "F1,2019/20,,,95,90", "F1,2019/20,,,95,97");
        council.Add("observations.csv", "F9,Apr 2019,1", "F1,Juny 2019,1", "F1,Jun 2019,£3k", "F1,Jul 2019,,5");

        var defects = Assert.IsType<FolderResult.Refused>(CouncilFolder.Read(council.Path)).Defects;

        Assert.Equal(
        [
            "council.json, row 1, column \"tolerance\": \"a lot\" is not a percentage from 0 to 100: write \"10%\", or null where targets.csv states each floor.",
            "services.csv, row 3, column \"director\": posts.csv has no post \"directer\". Did you mean \"director\"?",
            "indicators.csv, row 3, column \"frequency\": \"fortnight\" is not known here: write month, quarter, half-year, year, academic, calendar or 12 months.",
            "targets.csv, row 2, column \"floor\": Floor standard 97 is on the wrong side of target 95: higher is better.",
            "observations.csv, row 6, column \"ref\": indicators.csv has no indicator \"F9\". Did you mean \"F1\"?",
            "observations.csv, row 7, column \"period\": \"Juny 2019\" is not a period of frequency month: write it like Apr 2019.",
            "observations.csv, row 8, column \"value\": \"£3k\" is not a number: write 3000.",
            "observations.csv, row 9, column \"denominator\": There is a numerator and no denominator: give both, or neither.",
        ],
        defects.Where(defect => defect.Severity == Severity.Error).Select(defect => defect.ToString()));
        Assert.Equal("council.json, row 1, column \"mascot\": This setting is not known and was not read.", defects[^1].ToString());
    }

    [Theory]
    [InlineData("wealdshire", 38, 7)]
    [InlineData("hart", 45, 11)]
    public void Read_ExampleCouncils_AreSound(string name, int indicators, int services)
    {
        var read = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.Folder(name)));

        Assert.Equal(indicators, read.Register.Indicators.Count);
        Assert.Equal(services, read.Register.Services.Count);
    }

    [Fact]
    public void Read_CouncilWithATolerance_DerivesTheFloorsThatItDoesNotState()
    {
        var register = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.Folder("hart"))).Register;
        var levels = register.Indicators.Single(history => history.Indicator.Ref == "CS01").Targets.All.Single();

        Assert.Equal(81, levels.Target?.FloorStandard);
        Assert.True(levels.FloorDerived);
    }

    [Fact]
    public void Read_Wealdshire_KeepsWhatThePaperIsMadeOf()
    {
        var register = Assert.IsType<FolderResult.Read>(CouncilFolder.Read(Examples.Folder("wealdshire"))).Register;

        Assert.Equal(["performance", "service-governance-and-law"], register.Texts.Keys);
        Assert.Equal(4, register.Meetings.Count);
        Assert.Equal(RatingCounted.Latest, register.Council.Counted);
        var freedomOfInformation = register.Indicators.Single(history => history.Indicator.Ref == "GL02");
        Assert.Equal("Head of Information Rights", freedomOfInformation.Commentaries[0].Owner);
        Assert.Equal(Decision.Keep, freedomOfInformation.Proposals.Single().Decision);
        Assert.Equal(RagRating.Red, freedomOfInformation.SeriesTo(Period.Month(2020, 3)).Rate(Period.Month(2020, 3))?.Latest.Rating?.Colour);
    }
}
