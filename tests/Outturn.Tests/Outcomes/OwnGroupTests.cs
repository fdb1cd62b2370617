using Outturn.App.Audit;
using Outturn.App.Outcomes;
using Outturn.App.Registers;
using Outturn.Core.Neighbours;
using Outturn.Tests.Import;
using Outturn.Tests.Papers;
using Outturn.Tests.StaffPages;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Outcomes;

/// <summary>Groups of similar councils that a council has chosen itself: kept as facts, in the folder, and by verbs through the real program.</summary>
public sealed class OwnGroupTests
{
    private static readonly OwnGroup Counties = new("South East counties", new DateOnly(2026, 4, 1), "The network that we meet every quarter.", "Minutes, 3 March 2026", ["E10000030", "E10000012", "E10000014"]);

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task A_group_goes_out_in_the_folder_and_comes_back_byte_for_byte(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        using var folder = new TemporaryFolder();
        await StoreFixture.TakeAsync(test, "wealdshire");
        await KeepAsync(test, Counties);
        await KeepAsync(test, new OwnGroup("=Cousins, \"north\"", new DateOnly(2025, 12, 31), "Like us;\nand far away.", null, ["E06000063"]));
        var first = await ExportAsync(test, folder.Path("first"));
        Assert.Equal(4, PlainRows(first).Count);

        using var other = await TestStore.CreateAsync(engine);
        Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(other, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(folder.Path("first")))));
        Assert.Equal(first, await ExportAsync(other, folder.Path("second")));
        Registers.SameRegister.Assert(await StoreFixture.RegisterAsync(test), await StoreFixture.RegisterAsync(other));

        var again = Assert.IsType<RegisterImportResult.Compared>(await StoreFixture.TakeAsync(other, Assert.IsType<FolderResult.Read>(CouncilFolder.Read(folder.Path("second")))));
        Assert.Empty(again.Changes);
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task What_a_group_was_stays_with_who_when_and_why_and_it_can_be_taken_away(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        test.Clock.Now = new DateTime(2026, 4, 1, 9, 0, 0, DateTimeKind.Utc);
        await StoreFixture.TakeAsync(test, "wealdshire");
        await KeepAsync(test, Counties);
        test.Clock.Now = new DateTime(2026, 5, 1, 9, 0, 0, DateTimeKind.Utc);
        var changed = await KeepAsync(test, Counties with { Name = "SOUTH EAST COUNTIES", Members = ["E10000012", "E10000030"] });
        Assert.Equal(FactChangeKind.Changed, Assert.Single(changed.Changes).Kind);
        Assert.Empty((await KeepAsync(test, Counties with { Members = ["E10000012", "E10000030"] })).Changes);

        Assert.Equal(["E10000012", "E10000030"], Assert.Single((await StoreFixture.RegisterAsync(test)).Groups).Members);
        Assert.Equal(Counties.Members, Assert.Single((await StoreFixture.RegisterAsync(test, new DateOnly(2026, 4, 15))).Groups).Members);
        var entry = (await AuditList.ReadAsync(test.Store, new AuditFilter(Action: "keep neighbour group"), default))[0];
        Assert.Equal(("analyst", Counties.Reason), (entry.Who, entry.Why));

        Assert.IsType<GroupResult.Kept>(await OwnGroups.RemoveAsync(test.Store, "south east counties", "analyst", "The network was closed.", default));
        Assert.Empty((await StoreFixture.RegisterAsync(test)).Groups);
        Assert.Contains("no group", Refused(await OwnGroups.RemoveAsync(test.Store, "South East counties", "analyst", null, default)));
    }

    [Theory]
    [InlineData("is not the code of an area", "E1000001", "E10000012")]
    [InlineData("is named twice", "E10000012", "E10000012")]
    [InlineData("There is no area E10999999", "E10999999")]
    [InlineData("is no longer in use: name E06000063 (Cumberland) or E06000064 (Westmorland and Furness)", "E10000006")]
    [InlineData("(South East) is no council", "E12000008")]
    [InlineData("has from 1 to 400 councils")]
    public async Task A_group_of_what_is_no_council_is_refused_by_name(string reason, params string[] members)
    {
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        await StoreFixture.TakeAsync(test, "wealdshire");
        var (reference, _) = await App.Reference.ReferenceStore.OpenAsync(OpenData.File, default);
        await using (reference)
        {
            var refused = Refused(await OwnGroups.KeepAsync(test.Store, Counties with { Members = members }, await reference!.AreasAsync(default), "analyst", null, default));
            Assert.Contains(reason, refused);
        }

        Assert.Empty((await StoreFixture.RegisterAsync(test)).Groups);
    }

    [Fact]
    public async Task A_file_with_bad_rows_is_taken_not_at_all_and_every_bad_row_is_named()
    {
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        using var folder = new TemporaryFolder();
        await StoreFixture.TakeAsync(test, "wealdshire");
        var file = folder.Write("groups.csv", Bytes("""
            group,date,reason,source,place,member
            Good,01/04/2026,A reason,,,E10000012
            Bad,soon,A reason,,1,E10000012
            Bad,,Another reason,,1,E10000014
            Bad,,,,2,Essex
            Bad,,,,3,E10000012
            bad,,,,,E10000030
            ,,,,,E10000030
            Late,01/04/2026,,,,E99999999

            """));
        var run = await ReportVerb.RunAsync("neighbours", "import", file, "--store", test.Text, "--as", "analyst", "--reference", OpenData.File);
        Assert.Equal(1, run.Code);
        foreach (var wrong in new[]
        {
            "row 3, column \"date\"", "row 4, column \"reason\"", "row 4, column \"place\"", "row 5, column \"member\"", "row 6, column \"member\": E10000012 stands in", "row 7, column \"place\"", "row 8, column \"group\"", "row 9, column \"reason\"", "row 9, column \"member\": There is no area E99999999",
        })
        {
            Assert.Contains(wrong, run.Error);
        }

        Assert.Empty((await StoreFixture.RegisterAsync(test)).Groups);
    }

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task Groups_are_kept_taken_in_listed_shown_and_taken_away_by_the_program(string engine)
    {
        using var test = await TestStore.CreateAsync(engine);
        using var folder = new TemporaryFolder();
        await StoreFixture.TakeAsync(test, "wealdshire");
        string[] kept = ["--store", test.Text, "--as", "analyst", "--reference", OpenData.File];
        await DoneAsync(["neighbours", "group", "South East counties", "E10000030", "E10000012", "--reason", "Our network", "--date", "01/04/2026", .. kept]);
        Assert.Contains("a set called ONS global already", (await ReportVerb.RunAsync(["neighbours", "group", "ons GLOBAL", "E10000012", "--reason", "Ours", .. kept])).Error);

        // Places in the file beat the order of its rows, and blank cells repeat the group's first row.
        var file = folder.Write("groups.csv", Bytes("member,place,group,reason,date\nE10000012,2,Two,Asked for,01/05/2026\nE10000030,1,Two,,\n"));
        Assert.Contains("Two: two councils, new.", (await DoneAsync(["neighbours", "import", file, .. kept])).Output);
        Assert.Contains("so already", (await DoneAsync(["neighbours", "import", file, .. kept])).Output);

        var list = (await DoneAsync("neighbours", "list", "--council", test.Text, "--reference", OpenData.File)).Output;
        Assert.Contains("South East counties, 1 April 2026: own group of two councils; Our network", list);
        Assert.Contains("ONS global, 29 June 2026: 397 areas; Office for National Statistics", list);
        var show = (await DoneAsync("neighbours", "show", "two", "--council", test.Text, "--area", "E10000016", "--reference", OpenData.File)).Output;
        Assert.True(show.IndexOf("1  E10000030  Surrey", StringComparison.Ordinal) is > 0 and var surrey && show.IndexOf("2  E10000012  Essex", StringComparison.Ordinal) > surrey, show);

        await DoneAsync("neighbours", "ungroup", "TWO", "--why", "No longer.", "--store", test.Text, "--as", "analyst");
        Assert.Equal(["South East counties"], (await StoreFixture.RegisterAsync(test)).Groups.Select(group => group.Name));
    }

    /// <summary>A planted fault: a group whose members changed places is not the same group.</summary>
    [Fact]
    public async Task Two_councils_that_changed_places_in_a_group_are_noticed()
    {
        using var test = await TestStore.CreateAsync(TestStore.Sqlite);
        using var folder = new TemporaryFolder();
        await StoreFixture.TakeAsync(test, "wealdshire");
        await KeepAsync(test, Counties);
        var first = await ExportAsync(test, folder.Path("first"));
        await KeepAsync(test, Counties with { Members = [.. Counties.Members.Reverse()] });
        Assert.NotEqual(first, await ExportAsync(test, folder.Path("second")));
    }

    private static async Task<GroupResult.Kept> KeepAsync(TestStore test, OwnGroup group) =>
        Assert.IsType<GroupResult.Kept>(await OwnGroups.KeepAsync(test.Store, group, null, "analyst", null, default));

    private static string Refused(GroupResult result) => string.Join('\n', Assert.IsType<GroupResult.Refused>(result).Defects.Select(defect => defect.Reason));

    private static async Task<byte[]> ExportAsync(TestStore test, string folder)
    {
        Assert.IsType<ExportResult.Written>(FolderWriter.Write(await StoreFixture.RegisterAsync(test), folder));
        return await File.ReadAllBytesAsync(Path.Combine(folder, "neighbours.csv"));
    }

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static List<string> PlainRows(byte[] file) => [.. System.Text.Encoding.UTF8.GetString(file).Replace("us;\n", "us; ", StringComparison.Ordinal).Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    private static async Task<ProgramRun> DoneAsync(params string[] arguments)
    {
        var run = await ReportVerb.RunAsync(arguments);
        Assert.True(run.Code == 0, run.Error);
        return run;
    }
}
