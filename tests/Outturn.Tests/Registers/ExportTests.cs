using Outturn.App.Registers;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Core.Targets;
using Outturn.Tests.Import;

namespace Outturn.Tests.Registers;

public sealed class ExportTests : IDisposable
{
    private readonly CouncilFiles council = new();
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        council.Dispose();
        folder.Dispose();
    }

    [Theory]
    [InlineData("wealdshire")]
    [InlineData("hart")]
    public void A_council_exported_is_the_same_council(string name) => SameWhenExported(Read(Examples.Folder(name)));

    [Fact]
    public void The_council_of_a_new_folder_exported_is_the_same_line_for_line()
    {
        var sample = folder.Path("sample");
        Assert.IsType<NewFolderResult.Written>(NewFolder.Write(sample));

        SameWhenExported(Read(sample));

        string[] Sorted(string text) => [.. text.Replace(",2.0,", ",2,", StringComparison.Ordinal).Split('\n').Order(StringComparer.Ordinal)];
        Assert.All(CouncilFolder.Tables, table => Assert.Equal(Sorted(File.ReadAllText(Path.Combine(sample, table.File))), Sorted(File.ReadAllText(Path.Combine(folder.Path("out"), table.File)))));
    }

    [Fact]
    public void Text_comes_back_to_the_letter_whatever_a_spreadsheet_would_make_of_it()
    {
        string[] texts = ["=1+1", "+44 1632", "-5", "@home", "'quoted'", "\"said\"", "a,b;c|d\te", " before", "behind ", "\ttab\t", "two\nlines", "two\r\nlines", "\n", "  ", "0", "007", "1e3", "[x]", "#N/A", "ünï — £ ✓ 😀", "\u00A0hard\u00A0"];
        var register = council.Read().Register;
        Register With(string text) => register with
        {
            Indicators = [.. register.Indicators.Select(history => history with
            {
                Indicator = history.Indicator with { Title = text.Trim('\n') is "" ? "x" : text, Meaning = text, Source = text },
                Figures = [.. history.Figures.Select(figure => figure with { Note = text, Accepted = text })],
            })],
        };

        Assert.All(texts, text => Assert.Null(SameRegister.Difference(With(text), Export(With(text), folder.Path($"of-{Array.IndexOf(texts, text)}")))));
    }

    [Fact]
    public void Figures_are_written_with_every_digit_and_without_zeros_behind_them()
    {
        decimal[] values = [0, -0.0m, 78.3400m, 0.0000000000000000000000000001m, 999_999_999_999_999m, -999_999_999_999_999.9999999999999m, 1.50m, 1e-6m];
        var first = Period.Holding(Frequency.Quarter, new DateOnly(2000, 4, 1)).Ordinal;
        var register = council.Read().Register;
        var history = register.Indicators[1];
        register = register with
        {
            Indicators = [register.Indicators[0], history with { Figures = [.. values.Select((value, i) => new Figure(new Period(Frequency.Quarter, first + i), new Observation(value), value, value))] }, register.Indicators[2]],
        };

        SameWhenExported(register);
        Assert.Contains("F2,Q3 2000/01,78.34,,,,78.34,78.34,,", Lines("observations.csv"));
    }

    [Fact]
    public void Counts_that_are_provisional_have_their_value_beside_them_and_still_beat_it()
    {
        var register = council.Read().Register;
        var history = register.Indicators[0];
        Observation[] observations =
        [
            new(null, new Counts(1, 3), Marker.Provisional), new(null, new Counts(7, 9), Marker.Unreliable), new(null, new Counts(0, 0), Marker.Revised), new(95, new Counts(190, 200), Marker.Revised),
            new(null, null, Marker.Unreliable), new(null, null, Marker.Provisional), new(null, new Counts(1, 2), Marker.NotAvailable),
        ];
        register = register with { Indicators = [history with { Figures = [.. observations.Select((observation, i) => new Figure(Period.Month(2019, 4 + i), observation))] }, .. register.Indicators.Skip(1)] };

        var back = Export(register, folder.Path("out")).Indicators[0];

        Assert.Equal(
            ["F1,Apr 2019,33 [p],1,3,,,,,", "F1,May 2019,78 [u],7,9,,,,,", "F1,Jun 2019,,0,0,,,,,", "F1,Jul 2019,95 [r],190,200,,,,,", "F1,Aug 2019,[u],,,,,,,", "F1,Sep 2019,,,,,,,,", "F1,Oct 2019,,1,2,,,,,"],
            Lines("observations.csv").Where(line => line.StartsWith("F1", StringComparison.Ordinal)));
        Assert.Equal(observations.Select(observation => (observation.Value(history.Indicator.Definition.Unit), observation.WhyMissing())),
            back.Figures.Select(figure => (figure.Observation.Value(history.Indicator.Definition.Unit), figure.Observation.WhyMissing())));
    }

    [Fact]
    public void A_floor_that_the_council_s_rule_gives_stays_with_the_rule_and_one_that_was_set_stays_set()
    {
        council.Change("council.json", "\"code\": \"T\"", "\"tolerance\": \"10%\"");
        council.Change("targets.csv", "F1,2019/20,,,95,90", "F1,2019/20,,,95,");
        council.Add("targets.csv", "F1,2020/21,,,100,90");

        var register = council.Read().Register;

        Assert.Equal([true, false], register.Indicators[0].Targets.All.Select(levels => levels.FloorDerived));
        SameWhenExported(register);
        Assert.Equal(["F1,2019/20,,,95,,,,,Held", "F1,2020/21,,,100,90,,,,"], Lines("targets.csv").Where(line => line.StartsWith("F1", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_floor_from_a_rule_that_the_council_no_longer_has_is_written_as_it_stands()
    {
        var register = Changed(Levels(2019, 2020, 95, 85.5m) with { FloorDerived = true });

        Assert.IsType<ExportResult.Written>(FolderWriter.Write(register, folder.Path("out")));

        Assert.Contains("F1,2019/20,,,95,85.5,,,,", Lines("targets.csv"));
    }

    [Fact]
    public void Levels_hold_for_a_year_from_a_day_to_a_day_or_without_an_end()
    {
        council.Change("targets.csv", "F1,2019/20,,,95,90", "F1,2018/19,,,94,90");
        council.Add("targets.csv", "F1,,01/04/2019,30/09/2019,95,90", "F1,,01/10/2019,,96,91");

        SameWhenExported(council.Read().Register);

        Assert.Equal(["F1,2018/19,,,94,90", "F1,,01/04/2019,30/09/2019,95,90", "F1,,01/10/2019,,96,91"], Lines("targets.csv").Where(line => line.StartsWith("F1", StringComparison.Ordinal)).Select(line => string.Join(',', line.Split(',')[..6])));
    }

    [Fact]
    public void A_level_changed_within_its_year_leaves_the_rest_of_the_year_as_it_was()
    {
        var change = new Levels(new DateOnly(2019, 10, 1), new DateOnly(2019, 12, 31), new Target(97, 90, Polarity.HigherIsBetter), null);
        var register = Changed(Levels(2019, 2020, 95, 90), change, Levels(2020, 2021, 98, 90));

        var back = Export(register, folder.Path("out"));

        Assert.Equal(["01/04/2019 30/09/2019 95", "01/10/2019 31/12/2019 97", "01/01/2020 31/03/2020 95", "01/04/2020 31/03/2021 98"],
            back.Indicators[0].Targets.All.Select(levels => $"{levels.From:dd/MM/yyyy} {levels.To:dd/MM/yyyy} {levels.Target?.Level}"));
        for (var day = new DateOnly(2019, 3, 1); day < new DateOnly(2021, 6, 1); day = day.AddDays(1))
        {
            Assert.Equal(register.Indicators[0].Targets.InForce(day)?.Target, back.Indicators[0].Targets.InForce(day)?.Target);
        }
    }

    [Fact]
    public void Whoever_a_commentary_names_is_found_again_though_posts_csv_never_had_the_post()
    {
        var register = council.Read().Register;
        var history = register.Indicators[0];
        var said = new Commentary(history.Figures[0].Period, "Context", null, null, "Interim Director", null, null);
        register = register with { Indicators = [history with { Commentaries = [said] }, .. register.Indicators.Skip(1)] };

        var back = Export(register, folder.Path("out"));

        Assert.Equal("Interim Director", back.Indicators[0].Commentaries.Single().Owner);
        Assert.Equal([.. register.Posts, new Post("Interim Director", "Interim Director")], back.Posts);
    }

    [Fact]
    public void A_committee_whose_name_has_a_semicolon_is_called_by_its_short_name()
    {
        council.Write("committees.csv", "committee,short_name", "\"Resources; and Audit\",Resources", "Resources Committee,");

        SameWhenExported(council.Read().Register);
    }

    [Fact]
    public void What_no_folder_could_say_is_refused_before_anything_is_written()
    {
        var register = council.Read().Register;
        var history = register.Indicators[0];
        register = register with { Indicators = [history with { Figures = [new Figure(history.Figures[0].Period, new Observation(2_000_000_000_000_000m))] }] };

        var refused = Assert.IsType<ExportResult.Refused>(FolderWriter.Write(register, folder.Path("out")));

        Assert.Equal("observations.csv, row 2, column \"value\": \"2000000000000000\" is too large to be a figure: the most is below 1,000,000,000,000,000.", refused.Defects[1].ToString());
        Assert.False(Directory.Exists(folder.Path("out")));
    }

    [Fact]
    public void What_a_folder_has_no_place_for_is_named()
    {
        var unrated = new Levels(new DateOnly(2019, 4, 1), new DateOnly(2020, 3, 31), null, null, UnratedTarget: 95);

        var written = Assert.IsType<ExportResult.Written>(FolderWriter.Write(Changed(unrated) with { Texts = new Dictionary<string, string> { ["margin"] = "Note" } }, folder.Path("out")));

        Assert.Equal(["targets.csv: Nobody has said which way is better for F1, so its targets are left out: they need a polarity in indicators.csv.",
            "texts/margin.md: No place in the paper has this name, so the text was left out."], written.Warnings.Select(warning => warning.ToString()));
    }

    private static Register Read(string folder) => CouncilFolder.Read(folder) switch
    {
        FolderResult.Read read => read.Register,
        var refused => throw new InvalidOperationException(string.Join('\n', ((FolderResult.Refused)refused).Defects)),
    };

    private static Register Export(Register register, string to) => FolderWriter.Write(register, to) switch
    {
        ExportResult.Written => Read(to),
        var refused => throw new InvalidOperationException(string.Join('\n', ((ExportResult.Refused)refused).Defects)),
    };

    private static Levels Levels(int from, int to, decimal target, decimal floor) =>
        new(new DateOnly(from, 4, 1), new DateOnly(to, 3, 31), new Target(target, floor, Polarity.HigherIsBetter), null);

    private void SameWhenExported(Register register) => SameRegister.Assert(register, Export(register, folder.Path("out")));

    private string[] Lines(string file) => File.ReadAllLines(Path.Combine(folder.Path("out"), file));

    /// <summary>The small council with other levels for its first indicator.</summary>
    private Register Changed(params Levels[] levels)
    {
        var register = council.Read().Register;
        return register with { Indicators = [register.Indicators[0] with { Targets = new TargetHistory(levels) }, .. register.Indicators.Skip(1)] };
    }
}
