using System.CommandLine;
using Outturn.App.Collection;
using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.Cli.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.Cli.Collection;

/// <summary>outturn submit: one figure for one period, with all that is said of it.</summary>
internal static class SubmitCommand
{
    private const string Notes = $"""
        VALUE as people write it: 94.2, 94.2%, "94.2 [p]" (provisional), [x] not available, [z] not applicable, [c] confidential; or --numerator and
        --denominator in its place. A marker without a value needs --note.
        A figure that is odd (ten times the last, outside its history, counts that do not fit, few cases, parts that do not make the whole) is
        not taken until --override CODE=REASON says why it is right; the reason is kept.
          outturn submit CS01 "Jun 2020" 94.2 --as contact-manager
          outturn submit CS01 "Jun 2020" --numerator 471 --denominator 500 --evidence survey.pdf --context "New survey supplier."
        {StoreOptions.Notes}

        Exit code: 0 taken, 1 refused or in need of a reason, 2 wrong use.

        """;

    public static Command Create()
    {
        var reference = new Argument<string>("REF") { Description = "The indicator." };
        var period = new Argument<string>("PERIOD") { Description = "The period, by the indicator's frequency." };
        var value = new Argument<string?>("VALUE") { Description = "The figure, or a marker.", Arity = ArgumentArity.ZeroOrOne };
        var numerator = Text("--numerator", "NUMBER", "The numerator.");
        var denominator = Text("--denominator", "NUMBER", "The denominator.");
        var note = Text("--note", "TEXT", "Why there is no figure, or what to remember of it.");
        var forecast = Text("--forecast", "NUMBER", "What the year is expected to end at.");
        var forecastWhy = Text("--forecast-why", "TEXT", "Why.");
        var context = Text("--context", "TEXT", "For the public: what a reader needs to know.");
        var cause = Text("--cause", "TEXT", "For a Red: why the figure is what it is.");
        var action = Text("--action", "TEXT", "For a Red: what is being done.");
        var owner = Text("--owner", "POST", "For a Red: who answers for the action.");
        var due = new Option<DateOnly?>("--due") { HelpName = "DAY", Description = "For a Red: when the action is done.", CustomParser = KnownOn.Day };
        var recovery = Text("--recovery", "TEXT", "For a Red: when it is expected to be back (Mar 2021).");
        var internalNote = Text("--internal-note", "TEXT", "For colleagues: in no paper and no export.");
        var evidence = Text("--evidence", "FILE", "A file that proves the figure.");
        var overrides = new Option<string[]>("--override") { HelpName = "CODE=REASON", Description = "Why a warning is no mistake; may be said again." };
        var (store, actor, why) = (StoreOptions.Store(), StoreOptions.Actor(), StoreOptions.Why());
        var command = new Verb("submit", "Submits one figure for one period.", Notes)
        {
            reference, period, value, numerator, denominator, note, forecast, forecastWhy, context, cause, action, owner, due, recovery, internalNote, evidence, overrides, store, actor, why,
        };
        command.SetAction((parsed, cancel) => StoreOptions.WithStoreAsync(parsed.GetValue(store), parsed.InvocationConfiguration, TimeProvider.System, async opened =>
        {
            var streams = parsed.InvocationConfiguration;
            if (await CouncilSource.IndicatorsAsync(opened, cancel) is not { } register
                || register.Find(parsed.GetRequiredValue(reference))?.Indicator is not { } indicator)
            {
                streams.Error.WriteLine($"outturn: there is no indicator \"{parsed.GetRequiredValue(reference)}\" in the register.");
                return ExitCode.Refused;
            }

            if (!PeriodText.TryRead(parsed.GetRequiredValue(period), indicator.Definition.Frequency, out var of, out var refusal))
            {
                streams.Error.WriteLine($"outturn: {refusal}");
                return ExitCode.Refused;
            }

            List<string> wrong = [];
            var read = ValueText.Parse(parsed.GetValue(value) ?? "", indicator.Definition.Unit.Name);
            wrong.AddRange(read.Refusal is { } odd ? [odd] : []);
            var (top, bottom) = (Number(parsed.GetValue(numerator), "number", wrong), Number(parsed.GetValue(denominator), "number", wrong));
            var expected = Number(parsed.GetValue(forecast), indicator.Definition.Unit.Name, wrong);
            if (top is null != bottom is null)
            {
                wrong.Add("--numerator and --denominator go together: give both, or neither.");
            }

            var file = EvidenceOf(parsed.GetValue(evidence), wrong);
            string?[] said = [parsed.GetValue(context), parsed.GetValue(cause), parsed.GetValue(action), parsed.GetValue(owner), parsed.GetValue(recovery)];
            var ownerTitle = parsed.GetValue(owner) is { } post ? register.Posts.FirstOrDefault(known => known.Id.Equals(post, StringComparison.OrdinalIgnoreCase))?.Title ?? post : null;
            if (wrong.Count > 0)
            {
                wrong.ForEach(reason => streams.Error.WriteLine($"refused: {reason}"));
                return ExitCode.Refused;
            }

            var marker = read.Marker is { } written ? Markers.Read(written)!.Value : Marker.None;
            var submission = new Submission(of, new Observation(read.Value, top is { } n && bottom is { } d ? new Counts(n, d) : null, marker))
            {
                Note = parsed.GetValue(note),
                Forecast = expected is { } level ? new Forecast(level, parsed.GetValue(forecastWhy) ?? "") : null,
                Commentary = said.All(text => text is null) && parsed.GetValue(due) is null ? null
                    : new Commentary(of, said[0], said[1], said[2], ownerTitle, parsed.GetValue(due), said[4]),
                InternalNote = parsed.GetValue(internalNote),
            };
            var reasons = Reasons.Of(parsed.GetValue(overrides) ?? []);
            var options = new SubmitOptions((_, warning) => reasons.GetValueOrDefault(warning.Code));
            var result = await Submissions.SubmitAsync(opened, [new SentFigure(indicator.Ref, submission, file)], StoreOptions.ActorOf(parsed.GetValue(actor)), parsed.GetValue(why), options, cancel);
            return SubmitText.Print(result, streams);
        }, cancel));
        return command;
    }

    private static Option<string?> Text(string name, string help, string description) => new(name) { HelpName = help, Description = description };

    private static decimal? Number(string? text, string unit, List<string> wrong)
    {
        var read = NumberText.Parse(text ?? "", unit);
        wrong.AddRange(read.Refusal is { } refusal ? [refusal] : []);
        return read.Value;
    }

    private static EvidenceFile? EvidenceOf(string? path, List<string> wrong)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            if (new FileInfo(path).Length > EvidenceFile.MostBytes)
            {
                wrong.Add($"{path} has more than {EvidenceFile.MostBytes / 1024 / 1024} MB: send the page that proves the figure.");
                return null;
            }

            return new EvidenceFile(Path.GetFileName(path), File.ReadAllBytes(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            wrong.Add($"{path} cannot be read: {e.Message}");
            return null;
        }
    }
}
