using System.CommandLine;
using System.CommandLine.Parsing;
using Outturn.Cli.Stores;
using Outturn.Core.Targets;
using Outturn.Reports;

namespace Outturn.Cli.Reports;

/// <summary>What report was asked for.</summary>
/// <param name="Source">A council's folder or store, or an analyst's own sheet.</param>
/// <param name="Council">For a sheet: whose figures they are.</param>
/// <param name="Polarity">For a sheet: which way is better where it does not say.</param>
/// <param name="Tolerance">For a sheet: the rule for floors that it does not state.</param>
/// <param name="AcceptTexts">Texts whose figures have moved were read again and still hold.</param>
/// <param name="RemembersTexts">Whether the folder may keep which figures its texts speak of.</param>
/// <param name="KnownOn">From a store: what was known at the end of a day.</param>
/// <param name="Item">The report's number on the agenda; null for what the meeting says.</param>
/// <param name="Packs">Makes a package for the agenda system besides.</param>
/// <param name="Report">A named set of indicators, in place of a committee's own dashboard.</param>
/// <param name="Checks">What is to be put right before a sign-off, in place of the files.</param>
/// <param name="Json">The checklist for scripts.</param>
internal sealed record ReportRequest(
    string Source,
    string? Committee,
    string? Period,
    string Folder,
    IReadOnlyList<PaperFormat> Formats,
    string? Council = null,
    Polarity? Polarity = null,
    ToleranceRule? Tolerance = null,
    bool AcceptTexts = false,
    bool RemembersTexts = true,
    string? Report = null,
    DateOnly? KnownOn = null,
    bool Packs = false,
    string? Item = null,
    bool Checks = false,
    bool Json = false);

/// <summary>outturn report: the committee's paper from a council's folder, or a rated dashboard from an analyst's own sheet.</summary>
internal static class ReportCommand
{
    private const string Notes = """
        From a council's folder (outturn new FOLDER writes one):
          outturn report FOLDER --committee NAME --period 2019/20 --out DIR
          Without --committee every committee gets its paper; without --period it is on the last period there is.
          outturn report FOLDER --report NAME makes the paper of one report of reports.csv.

        From a council's store (outturn init, outturn import):
          outturn report council.db --committee NAME --as-known-on 21/07/2020 makes the paper as it would have been made that day.

        Before it is signed off:
          outturn report council.db --committee NAME --check names what stops it and what its signatories should know, and makes no files.

        From your own sheet, with no set-up:
          outturn report BOOK.xlsx --out DIR
          A table with a row for each indicator and a column for each month or quarter, or a row for each figure. It says how each
          column was read and what was assumed.

        For the agenda system:
          outturn report FOLDER --committee NAME --package --item 7 makes a zip of the report (Word, PDF), its appendices, an
          accessibility statement, and a list of the files with titles, order and SHA-256. Names follow file_names of council.json.

        Files that are there already are replaced, each when the new one is complete.
        Exit code: 0 done, 1 the data says no, 2 wrong use.

        """;

    public static readonly IReadOnlyList<PaperFormat> AllFormats = Enum.GetValues<PaperFormat>();

    /// <summary>Those of a paper that has no figures to give as data.</summary>
    internal static readonly IReadOnlyList<PaperFormat> WithoutData = [PaperFormat.Html, PaperFormat.Docx, PaperFormat.Xlsx, PaperFormat.Pdf];

    public static Command Create()
    {
        var source = new Argument<string>("FOLDER|STORE|BOOK.xlsx|FILE.csv") { Description = "A council's folder or store, or a sheet of your own." };
        var committee = new Option<string?>("--committee") { HelpName = "NAME", Description = "The committee, by its name or short name." };
        var report = new Option<string?>("--report") { HelpName = "NAME", Description = "A report by its name in reports.csv, in place of a committee's dashboard." };
        var period = new Option<string?>("--period") { HelpName = "PERIOD", Description = "What it reports on: 2019/20, \"Q2 2019/20\", \"Nov 2019\"." };
        var folder = new Option<string>("--out") { HelpName = "DIR", Description = "Where the files go.", DefaultValueFactory = _ => "out" };
        var formats = Formats(AllFormats);
        var council = new Option<string?>("--council") { HelpName = "NAME", Description = "For a sheet: whose figures they are (else the file's name is used)." };
        var polarity = new Option<Polarity?>("--polarity") { HelpName = "WAY", Description = "For a sheet: higher or lower is better, where it does not say.", CustomParser = ReadPolarity };
        var tolerance = new Option<ToleranceRule?>("--tolerance") { HelpName = "PERCENT", Description = "For a sheet: the rule for floor standards that it does not state.", CustomParser = Rate.RateCommand.ReadTolerance };
        var known = KnownOn.Option();
        var accept = new Option<bool>("--accept-texts") { Description = "Its texts were read again and still hold, though their figures have moved." };
        var packs = new Option<bool>("--package") { Description = "Makes a zip for the agenda system besides: report, appendices, accessibility statement, and a list with SHA-256." };
        var item = new Option<string?>("--item") { HelpName = "NUMBER", Description = "The report's number on the agenda, for file names; else as meetings.csv says." };
        var check = new Option<bool>("--check") { Description = "Print the checklist before sign-off in place of making files; exit code 1 where an error stops it." };
        var json = new Option<bool>("--json") { Description = "With --check: print it as JSON, for scripts." };
        var command = new Verb("report", "Makes the paper: web page, Word, Excel, PDF, CSV and JSON.", Notes)
        {
            source, committee, report, period, folder, formats, council, polarity, tolerance, accept, known, check, json, packs, item,
        };
        command.SetAction((parsed, cancel) => Report.RunAsync(
            new ReportRequest(
                parsed.GetRequiredValue(source), parsed.GetValue(committee), parsed.GetValue(period), parsed.GetRequiredValue(folder),
                parsed.GetRequiredValue(formats), parsed.GetValue(council), parsed.GetValue(polarity), parsed.GetValue(tolerance), parsed.GetValue(accept), Report: parsed.GetValue(report), KnownOn: parsed.GetValue(known),
                Packs: parsed.GetValue(packs), Item: parsed.GetValue(item), Checks: parsed.GetValue(check), Json: parsed.GetValue(json)),
            parsed.InvocationConfiguration, TimeProvider.System, cancel));
        return command;
    }

    /// <summary>The formats that are asked for, among those that a paper can be had in.</summary>
    internal static Option<IReadOnlyList<PaperFormat>> Formats(IReadOnlyList<PaperFormat> among) => new("--format")
    {
        HelpName = "LIST",
        Description = $"Which formats, with commas between: {string.Join(',', among.Select(Paper.Ending))}. All, if nothing is said.",
        CustomParser = ReadFormats,
        DefaultValueFactory = _ => among,
    };

    private static IReadOnlyList<PaperFormat> ReadFormats(ArgumentResult argument)
    {
        List<PaperFormat> formats = [];
        foreach (var name in argument.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
        {
            if (AllFormats.Where(format => Paper.Ending(format).Equals(name.TrimStart('.'), StringComparison.OrdinalIgnoreCase)).ToList() is [var known])
            {
                formats.Add(known);
            }
            else
            {
                argument.AddError($"\"{name}\" is not a format: there are {string.Join(", ", AllFormats.Select(Paper.Ending))}.");
            }
        }

        return [.. formats.Distinct().Order()];
    }

    private static Polarity? ReadPolarity(ArgumentResult argument)
    {
        var polarity = Polarities.Read(argument.Tokens[0].Value);
        if (polarity is null)
        {
            argument.AddError($"\"{argument.Tokens[0].Value}\" does not say which way is better: write higher, lower or closest.");
        }

        return polarity;
    }
}
