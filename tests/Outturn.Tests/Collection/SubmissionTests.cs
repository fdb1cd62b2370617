using Outturn.App.Audit;
using Outturn.App.Collection;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Collection;

/// <summary>Figures from services: what is taken, what needs a reason, what is refused, and what is kept of it.</summary>
public sealed class SubmissionTests
{
    public static TheoryData<string> Engines => TestStore.Engines;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_submitted_figure_is_in_the_register_with_what_is_said_of_it(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        var sent = Collected.Counts("CS01", Collected.June, 1500, 1540) with
        {
            Submission = new Submission(Collected.June, new Observation(null, new Counts(1500, 1540), Marker.Provisional))
            {
                Commentary = new Commentary(Collected.June, "Half the survey came late.", null, null, null, null, null),
                Forecast = new Forecast(97.2m, "As in the first quarter."),
                InternalNote = "Ask Jo about the supplier.",
            },
            Evidence = new EvidenceFile("survey.pdf", [1, 2, 3]),
        };
        var accepted = Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(sent));
        Assert.Equal(["CS01, Jun 2020: 97% (1500 of 1540) [p]"], accepted.Changes);
        var history = (await StoreFixture.RegisterAsync(test)).Indicators.Single(history => history.Indicator.Ref == "CS01");
        Assert.Equal(new Observation(null, new Counts(1500, 1540), Marker.Provisional), history.Figures[^1].Observation);
        Assert.Equal("Half the survey came late.", history.Commentaries[^1].Context);
        Assert.Equal(CollectionState.Submitted, await test.StateAsync("CS01", Collected.June));
        Assert.Equal(["039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81"], await test.ReadAsync("SELECT digest FROM evidence"));
        Assert.True((await AuditTrail.VerifyAsync(test.Store, null, null, CancellationToken.None)).IsWhole);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_submission_a_second_time_changes_nothing(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1500, 1540)));
        var entries = await test.ReadAsync("SELECT count(*) FROM audit_entry");
        var again = Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("cs01", Collected.June, 1500, 1540)));
        Assert.Equal((0, 1), (again.Changes.Count, again.Same));
        Assert.Equal(entries, await test.ReadAsync("SELECT count(*) FROM audit_entry"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_warning_holds_a_figure_back_until_a_reason_is_given_and_the_reason_is_kept(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        var odd = Collected.Counts("CS01", Collected.June, 150, 1540);
        var needs = Assert.IsType<SubmitResult.NeedsReasons>(await test.SubmitAsync(odd));
        Assert.Contains(needs.Warnings, warning => warning.Warning.Code == SubmissionWarning.OutsideHistory);
        Assert.Equal(["1"], await test.ReadAsync("SELECT count(*) FROM observation WHERE ref = 'CS01' AND ordinal = (SELECT max(ordinal) FROM observation WHERE ref = 'CS01')"));
        Assert.Equal(["0"], await test.ReadAsync("SELECT count(*) FROM step"));
        var reasons = needs.Warnings.Select(warning => (warning.Warning.Code, "The survey asked another question.")).ToArray();
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(odd, "contact-manager", reasons));
        var kept = await test.ReadAsync("SELECT o.code, w.content FROM warning_override o JOIN wording w ON w.digest = o.reason_words ORDER BY o.code");
        Assert.Equal(reasons.Select(reason => $"{reason.Code}|{reason.Item2}").Order(StringComparer.Ordinal), kept);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_cannot_stand_is_refused_with_every_reason_and_nothing_is_written(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        SentFigure[] figures =
        [
            Collected.Counts("CS01", Collected.June, 1500, 1540),
            Collected.Value("NOPE", Collected.June, 1),
            new("CS04a", new Submission(Collected.June, new Observation(null, null, Marker.NotAvailable))),
            Collected.Counts("CS04b", Collected.June with { Ordinal = Collected.June.Ordinal + 1 }, 1, 2),
        ];
        var refused = Assert.IsType<SubmitResult.Refused>(await Submissions.SubmitAsync(test.Store, figures, "contact-manager", null, SubmitOptions.Plain, CancellationToken.None));
        Assert.Equal(["NOPE", "CS04a", "CS04b"], refused.Problems.Select(problem => problem.Ref));
        Assert.Equal(CollectionState.Awaited, await test.StateAsync("CS01", Collected.June));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Who_enters_a_figure_does_not_approve_it_and_an_approved_one_is_returned_before_it_changes(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        var figure = ("CS01", Collected.June);
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1500, 1540)));
        Assert.Contains("entered it", Assert.Single(Assert.IsType<StepsResult.Refused>(await test.StepAsync(CollectionVerb.Approve, "Contact-Manager", "quick", figure)).Reasons));
        Assert.IsType<StepsResult.Taken>(await test.StepAsync(CollectionVerb.Approve, "director-people", null, figure));
        Assert.Contains("It is approved", Assert.Single(Assert.IsType<SubmitResult.Refused>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1501, 1540))).Problems).Reason);
        Assert.IsType<StepsResult.Taken>(await test.StepAsync(CollectionVerb.Lock, "analyst", null, figure));
        Assert.IsType<StepsResult.Refused>(await test.StepAsync(CollectionVerb.Unlock, "analyst", " ", figure));
        Assert.IsType<StepsResult.Taken>(await test.StepAsync(CollectionVerb.Unlock, "analyst", "A late correction.", figure));
        Assert.Equal(CollectionState.Returned, await test.StateAsync("CS01", Collected.June));
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1501, 1540)));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_step_is_taken_by_all_figures_or_by_none(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1500, 1540)));
        Assert.Single(Assert.IsType<StepsResult.Refused>(await test.StepAsync(CollectionVerb.Approve, "director-people", null, ("CS01", Collected.June), ("CS04a", Collected.June))).Reasons);
        Assert.Equal(CollectionState.Submitted, await test.StateAsync("CS01", Collected.June));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_round_says_what_is_due_from_whom_and_who_is_late(string engine)
    {
        using var test = await Collected.WealdshireAsync(engine);
        var round = (await Rounds.ReadAsync(test.Store, Collected.Quarter, CancellationToken.None))!;
        Assert.True(round.IsOpened);
        Assert.Equal(86, round.Progress.Counts.Awaited);
        Assert.NotEmpty(round.Progress.Late);
        Assert.DoesNotContain(round.Progress.Late, late => late.Due.Period == Collected.June);
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(Collected.Counts("CS01", Collected.June, 1500, 1540)));
        Assert.Equal((85, 1), ((await Rounds.ReadAsync(test.Store, Collected.Quarter, CancellationToken.None))!.Progress.Counts is var counts ? (counts.Awaited, counts.Submitted) : default));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_internal_note_reaches_no_paper_and_no_export(string engine)
    {
        const string Secret = "Xylophone-7305";
        using var test = await Collected.WealdshireAsync(engine);
        using var folder = new Import.TemporaryFolder();
        var sent = Collected.Counts("CS01", Collected.June, 1500, 1540);
        Assert.IsType<SubmitResult.Accepted>(await test.SubmitAsync(sent with { Submission = sent.Submission with { InternalNote = Secret } }));
        Assert.Equal(["1"], await test.ReadAsync($"SELECT count(*) FROM wording WHERE content = '{Secret}'"));
        Assert.Equal(0, (await Papers.ReportVerb.RunAsync("report", test.Text, "--period", "Jun 2020", "--format", "html,docx,xlsx,csv,json", "--out", folder.Path("papers"))).Code);
        Assert.Equal(0, (await Papers.ReportVerb.RunAsync("export", folder.Path("export"), "--store", test.Text)).Code);
        Assert.Equal(0, (await Papers.ReportVerb.RunAsync("template", "--period", "Jun 2020", "--out", folder.Path("templates"), "--store", test.Text)).Code);
        Assert.DoesNotContain(Secret, (await Papers.ReportVerb.RunAsync("check", test.Text, "--json")).Output);
        foreach (var file in Directory.EnumerateFiles(folder.Path(""), "*", SearchOption.AllDirectories))
        {
            Assert.DoesNotContain(Secret, UnpackedText(file));
        }
    }

    private static string UnpackedText(string file)
    {
        if (Path.GetExtension(file) is not (".docx" or ".xlsx"))
        {
            return File.ReadAllText(file);
        }

        using var zip = System.IO.Compression.ZipFile.OpenRead(file);
        return string.Concat(zip.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
