using Outturn.App.Collection;
using Outturn.App.People;
using Outturn.App.Questions;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.People;
using Outturn.Core.Periods;
using Outturn.Tests.Stores;

namespace Outturn.Tests.Registers;

/// <summary>What pages show is what the store knows: kept at hand, it is the same after every change as read anew.</summary>
public sealed class LiveCouncilTests
{
    private static readonly string[] Refs = ["CS01", "CS04a", "FN07", "FN20", "ICT01", "GL02"];

    [Theory]
    [MemberData(nameof(TestStore.Engines), MemberType = typeof(TestStore))]
    public async Task After_every_change_it_is_what_a_new_reader_would_find(string engine)
    {
        using var test = await StoreWithRoundAsync(engine);
        using var kept = new LiveCouncil(test.Store);
        await kept.ReadAsync(default);
        var random = new Random(7);
        for (var i = 0; i < 24; i++)
        {
            await ChangeAsync(test.Store, random, i);
            using var anew = new LiveCouncil(test.Store);
            var (now, then) = (await kept.ReadAsync(default), await anew.ReadAsync(default));
            Assert.Equal(then.Entry, now.Entry);
            Assert.Equal(Facts(then), Facts(now));
        }
    }

    [Fact]
    public async Task Reading_again_without_a_change_works_nothing_out_anew()
    {
        using var test = await StoreWithRoundAsync(TestStore.Sqlite);
        using var kept = new LiveCouncil(test.Store);
        var (first, second) = (await kept.ReadAsync(default), await kept.ReadAsync(default));
        Assert.Same(first, second);
        Assert.Same(first.DashboardOf(first.Register!.Committees[0], new DateOnly(2020, 3, 31)), second.DashboardOf(second.Register!.Committees[0], new DateOnly(2020, 3, 31)));
    }

    [Fact]
    public async Task A_new_day_is_noticed_though_nothing_was_written()
    {
        using var test = await StoreWithRoundAsync(TestStore.Sqlite);
        using var kept = new LiveCouncil(test.Store);
        var before = await kept.ReadAsync(default);
        test.Clock.Now += TimeSpan.FromDays(1);
        Assert.Equal(before.Day.AddDays(1), (await kept.ReadAsync(default)).Day);
    }

    private static async Task<TestStore> StoreWithRoundAsync(string engine)
    {
        var test = await TestStore.CreateAsync(engine);
        await StoreFixture.TakeAsync(test, "wealdshire");
        return test;
    }

    private static async Task ChangeAsync(Store store, Random random, int i)
    {
        var reference = Refs[random.Next(Refs.Length)];
        var period = Period.Month(2020, 4 + random.Next(2));
        switch (i % 6)
        {
            case 0:
                await SubmitAsync(store, reference, period, new Submission(period, new Observation(90 + random.Next(10))) { Note = $"note {i}", Commentary = new Commentary(period, $"context {i}", null, null, null, null, null) });
                break;
            case 1:
                await SubmitAsync(store, reference, period, new Submission(period, new Observation(null, new Counts(90 + random.Next(10), 100))));
                await RoundSteps.TakeAsync(store, [(reference, period)], new CollectionStep(CollectionVerb.Return, "analyst", $"because {i}"), default);
                break;
            case 2:
                await StoredQuestions.AskAsync(store, reference, $"question {i}?", null, "member", default);
                break;
            case 3:
                await Rounds.OpenAsync(store, period, null, "analyst", null, default);
                break;
            case 4:
                await StoredPeople.KeepAsync(store, new Person($"p.{i}", $"Person {i}", [Role.Reader], [], []), "administrator", null, default);
                break;
            default:
                await RegisterEdit.RunAsync(store, new Act("analyst", "edit register", reference, $"because {i}"), register => RegisterDraft.Of(register with
                {
                    Indicators = [.. register.Indicators.Select(history => history.Indicator.Ref == reference ? history with { Indicator = history.Indicator with { Title = $"Title {i}" } } : history)],
                }), default);
                break;
        }
    }

    private static Task<SubmitResult> SubmitAsync(Store store, string reference, Period period, Submission submission) =>
        Submissions.SubmitAsync(store, [new SentFigure(reference, submission)], "contributor", null, new SubmitOptions((_, _) => "made up"), default);

    /// <summary>Everything that a page could show, as lines.</summary>
    private static List<string> Facts(CouncilNow now) =>
    [
        .. now.Register!.Indicators.Select(history => $"{history.Indicator.Ref} {history.Indicator.Title} {history.Indicator.Service.Name}"),
        .. now.Register.Indicators.SelectMany(history => history.Figures.Select(figure => $"{history.Indicator.Ref} {figure}")),
        .. now.Register.Indicators.SelectMany(history => history.Commentaries.Select(said => $"{history.Indicator.Ref} {said}")),
        .. now.Register.Indicators.SelectMany(history => history.Targets.All.Select(levels => $"{history.Indicator.Ref} {levels}")),
        .. now.States.OrderBy(state => state.Key.Ref).ThenBy(state => state.Key.Period).Select(state => $"{state.Key} {state.Value}"),
        .. now.Questions.Select(question => question.ToString()),
        .. now.Rounds.Select(round => round.ToString()),
        .. now.People.Values.OrderBy(person => person.Account).Select(person => $"{person.Account} {person.Name} {string.Join(',', person.Roles)}"),
        .. now.DashboardOf(now.Register.Committees[0], new DateOnly(2020, 4, 30)).Kpis.Select(kpi => $"{kpi.Indicator.Ref} {kpi.Latest} {kpi.YearToDate}"),
    ];
}
