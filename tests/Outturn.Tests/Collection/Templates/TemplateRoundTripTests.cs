using System.Diagnostics;
using DocumentFormat.OpenXml.Spreadsheet;
using FsCheck;
using FsCheck.Fluent;
using Outturn.App.Collection.Templates;
using Outturn.Core.Collection;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;
using Outturn.Core.Tests;
using Outturn.Tests.Import;

namespace Outturn.Tests.Collection.Templates;

/// <summary>What a service types is what is read, whichever program it typed it in.</summary>
public sealed class TemplateRoundTripTests : IDisposable
{
    private static readonly byte[] Template = IssuedTemplate.Bytes();

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Any_submissions_typed_into_a_template_are_read_back_exactly() =>
        Prop.ForAll(Sendings.ToArbitrary(), sending =>
        {
            using var editor = new TemplateEditor(Template);
            Fill(editor, sending);
            AssertSame(sending, TemplateReader.Read(folder.Write("any.xlsx", editor.Save()), IssuedTemplate.Register, IssuedTemplate.Store));
        }).Always();

    [Fact]
    public void Any_submissions_known_already_come_back_from_an_untouched_template() =>
        Prop.ForAll(Sendings.ToArbitrary(), sending =>
        {
            var content = TemplateContent.Of(IssuedTemplate.Register, IssuedTemplate.Stamp, IssuedTemplate.Due);
            using var bytes = new MemoryStream();
            TemplateWorkbook.Write(bytes, content with { Rows = [.. content.Rows.Zip(sending, (row, known) => row with { Known = known })] });
            Submission?[] withoutInternalNotes = [.. sending.Select(known => known is null ? null : known with { InternalNote = null })];
            AssertSame(withoutInternalNotes, TemplateReader.Read(folder.Write("known.xlsx", bytes.ToArray()), IssuedTemplate.Register, IssuedTemplate.Store));
        }).Always();

    [Theory]
    [InlineData("xlsx")]
    [InlineData("ods", "xlsx")]
    [InlineData("csv")]
    [InlineData("xlsx", "csv")]
    public async Task A_template_saved_by_LibreOffice_is_read_as_it_was_filled_in(params string[] endings)
    {
        Submission?[] sending =
        [
            new(IssuedTemplate.April, new Observation(null, new Counts(190, 200), Marker.Provisional))
            {
                Note = "Two lines\nof a note, with \"marks\"",
                Forecast = new Forecast(95.5m, "= better weather"),
                Commentary = new Commentary(IssuedTemplate.April, "- a bullet", "Cause", "Action", "Director, People & Places", new DateOnly(2020, 9, 30), "Mar 2021"),
                InternalNote = "Between us: ünïcode 漢",
            },
            null,
            new(IssuedTemplate.April.Next.Next, new Observation(94.2m)),
            new(IssuedTemplate.April, new Observation(5123)),
            null,
            new(IssuedTemplate.April.Next.Next, new Observation(null, null, Marker.NotAvailable)) { Note = "The system failed." },
            new(IssuedTemplate.Round, new Observation(-0.25m)),
        ];
        using var editor = new TemplateEditor(Template);
        Fill(editor, sending);
        editor.TypePercentage(editor["CS01", "Jun 2020"], "Value", 94.2m);
        var path = folder.Write("sent.xlsx", editor.Save());
        for (var i = 0; i < endings.Length; i++)
        {
            path = await ConvertAsync(path, endings[i], folder.Path($"step{i}"));
        }

        AssertSame(sending, TemplateReader.Read(path, IssuedTemplate.Register, IssuedTemplate.Store));
    }

    private static void AssertSame(Submission?[] sending, TemplateResult result)
    {
        var read = result switch
        {
            TemplateResult.Read sound => sound,
            TemplateResult.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Defects)),
            var other => throw new InvalidOperationException(other.ToString()),
        };
        Assert.Equal(IssuedTemplate.Due, read.Rows.Select(row => (row.Indicator, row.Period)));
        Assert.Equal(sending, read.Rows.Select(row => row.Submission));
        Assert.Equal((sending.Length, sending.Count(sent => sent is not null), sending.Count(sent => sent is null), 0), (read.Count.Rows, read.Count.Filled, read.Count.Blank, read.Count.Refused));
    }

    private static void Fill(TemplateEditor editor, Submission?[] sending)
    {
        foreach (var (submission, row) in sending.Zip(editor.Below.ToArray()))
        {
            if (submission is not null)
            {
                Fill(editor, row, submission);
            }
        }
    }

    private static void Fill(TemplateEditor editor, Row row, Submission submission)
    {
        Number("Value", submission.Observation.Typed);
        Number("Numerator", submission.Observation.Counts?.Numerator);
        Number("Denominator", submission.Observation.Counts?.Denominator);
        Words("Marker", submission.Observation.Marker switch
        {
            Marker.None => null,
            Marker.NotAvailable => "not available",
            Marker.NotApplicable => "not applicable",
            var marker => marker.ToString().ToLowerInvariant(),
        });
        Words("Note or reason", submission.Note);
        Number("Year-end forecast", submission.Forecast?.Value);
        Words("Reason for forecast", submission.Forecast?.Reason);
        Words("Context (for the public)", submission.Commentary?.Context);
        Words("Cause", submission.Commentary?.Cause);
        Words("Action", submission.Commentary?.Action);
        Words("Owner", submission.Commentary?.Owner);
        Words("Recovery", submission.Commentary?.Recovery);
        Words("Internal note (not published)", submission.InternalNote);
        if (submission.Commentary?.Due is { } due)
        {
            editor.Type(row, "Due", due);
        }

        void Number(string heading, decimal? number)
        {
            if (number is { } figure)
            {
                editor.Type(row, heading, figure);
            }
        }

        void Words(string heading, string? words)
        {
            if (words is not null)
            {
                editor.Type(row, heading, words);
            }
        }
    }

    private static Gen<Submission?[]> Sendings =>
        from submissions in Submission.ArrayOf(IssuedTemplate.Due.Count)
        from blank in Gen.Elements(true, false).ArrayOf(IssuedTemplate.Due.Count)
        select submissions.Zip(blank, (submission, isBlank) => isBlank ? null : submission)
            .Zip(IssuedTemplate.Due, (submission, due) => submission is null ? null : OfPeriod(submission, due.Item2)).ToArray();

    private static Submission OfPeriod(Submission submission, Period period) =>
        submission with { Period = period, Commentary = submission.Commentary is { } said ? said with { Period = period } : null };

    private static Gen<Submission> Submission =>
        from observation in Gen.OneOf(
            from typed in Figure
            from marker in Gen.Elements(Marker.None, Marker.Provisional, Marker.Revised, Marker.Unreliable)
            select new Observation(typed, null, marker),
            from typed in Gen.OneOf(Gen.Constant<decimal?>(null), Figure.Select(value => (decimal?)value))
            from numerator in Figure
            from denominator in Gen.Choose(0, 1_000_000)
            from marker in Gen.Elements(Marker.None, Marker.Provisional, Marker.Revised, Marker.Unreliable)
            select new Observation(typed, new Counts(numerator, denominator), marker),
            from marker in Gen.Elements(Marker.NotAvailable, Marker.NotApplicable, Marker.Confidential, Marker.Low, Marker.Unreliable)
            select new Observation(null, null, marker))
        from note in Optional(Words)
        from forecast in Optional(from value in Figure from reason in Words select new Forecast(value, reason))
        from commentary in Optional(
            from parts in Optional(Words).ArrayOf(4)
            from owner in Gen.Elements(null, "Contact Centre Manager", "Director, People & Places")
            from due in Gen.Elements(null, (DateOnly?)new DateOnly(2020, 9, 30), new DateOnly(2000, 2, 29), new DateOnly(2199, 12, 31))
            where owner is not null || due is not null || parts.Any(part => part is not null)
            select new Commentary(IssuedTemplate.April, parts[0], parts[1], parts[2], owner, due, parts[3]))
        from internalNote in Optional(Words)
        select new Submission(IssuedTemplate.April, observation) { Note = note, Forecast = forecast, Commentary = commentary, InternalNote = internalNote };

    private static Gen<string> Words =>
        from text in Gen.Elements("a", "b c", "é", "漢", "😀", "=", "+1", "-", "_x0041_", "<&>", "\n", "'", "94.2%", "01", "Apr 2020", "\"", "[x]").NonEmptyListOf()
        let words = string.Concat(text).Trim()
        where words.Length > 0
        select words;

    /// <summary>As many digits as a spreadsheet keeps.</summary>
    private static Gen<decimal> Figure =>
        from digits in Gen.Choose(-2_000_000_000, 2_000_000_000)
        from scale in Gen.Choose(0, 9)
        select new decimal(Math.Abs(digits), 0, 0, digits < 0, (byte)scale);

    private static Gen<T?> Optional<T>(Gen<T> some)
        where T : class
        => Gen.OneOf(Gen.Constant<T?>(null), some.Select(value => (T?)value));

    /// <summary>Opens a workbook in LibreOffice and saves it as another kind; without LibreOffice it fails and says so.</summary>
    private static async Task<string> ConvertAsync(string path, string ending, string to)
    {
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[]
        {
            $"-env:UserInstallation={new Uri(Path.Combine(to, "profile")).AbsoluteUri}", "--headless", "--norestore", "--nolockcheck",
            "--convert-to", ending == "csv" ? "csv:Text - txt - csv (StarCalc):44,34,76,1" : ending, "--outdir", to, path,
        })
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start)!;
        using var ends = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var said = process.StandardError.ReadToEndAsync(ends.Token);
        await process.StandardOutput.ReadToEndAsync(ends.Token);
        await process.WaitForExitAsync(ends.Token);
        var written = Path.Combine(to, Path.ChangeExtension(Path.GetFileName(path), ending));
        Assert.True(File.Exists(written), await said);
        return written;
    }
}
