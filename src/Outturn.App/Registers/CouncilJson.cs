using System.Text.Encodings.Web;
using System.Text.Json;
using Outturn.App.Import;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Ratings;
using Outturn.Core.Targets;

namespace Outturn.App.Registers;

/// <summary>council.json: the council and the rules it has chosen.</summary>
internal static class CouncilJson
{
    public const string FileName = "council.json";

    /// <summary>Its settings and what each means, as a new folder explains them.</summary>
    public static readonly IReadOnlyList<ColumnShape> Settings =
    [
        new("name", "The council's name as it is printed.", true),
        new("code", "Its area code or short name (E10000016)."),
        new("notice", "A line to be read before anything else in a paper."),
        new("year_start", "April, the month in which its financial year begins."),
        new("rating_counted", "latest or year-to-date: which of a KPI's two ratings a dashboard counts."),
        new("direction_of_travel", "previous (against the period before), last-year (against the same period a year before) or trend."),
        new("tolerance", "The rule for floors that targets.csv does not state: \"10%\" makes what is within 10% of its target Amber. null where each floor is stated."),
        new("classification", "Who may read the paper; Unrestricted when blank."),
        new("colours.main", "The council's colour as #rrggbb, dark enough for white text (\"main\" within \"colours\")."),
        new("template", "The file name, in this folder, of the house's Word template; null for the standard one."),
        .. HouseJson.Settings,
    ];

    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Null, with every reason, when the file is absent or cannot be read.</summary>
    /// <param name="house">What it says of the form of papers.</param>
    public static Council? Read(FolderFiles files, List<Defect> defects, out House house)
    {
        house = new House();
        if (!files.Has(FileName))
        {
            defects.Add(Defect.Error(FileName, "This file is missing: it names the council and the rules it has chosen, at the least {\"name\": \"…\"}."));
            return null;
        }

        if (JsonSettings.Open(files.PathOf(FileName), FileName, defects) is not { } json)
        {
            return null;
        }

        if (json.Text("name") is not { } name)
        {
            json.Add(Severity.Error, "name", "The council's name is missing.");
            name = "";
        }

        json.Word("year_start", text => text.Equals("April", StringComparison.OrdinalIgnoreCase) ? true : null, true, "April: papers count financial years, April to March");
        var council = new Council(name, json.Text("code") ?? name)
        {
            Notice = json.Text("notice"),
            Counted = json.Word("rating_counted", Counted, RatingCounted.Latest, "latest or year-to-date"),
            Direction = json.Word("direction_of_travel", Direction, DirectionMethod.Previous, "previous, last-year or trend"),
            Tolerance = Tolerance(json),
            Classification = json.Text("classification") ?? "Unrestricted",
            Colour = HouseColour(json),
            Template = Template(json, files),
        };
        house = HouseJson.Read(json, files, name);
        json.WarnOfUnknown();
        return council;
    }

    /// <summary>The same file for a council as it is known.</summary>
    /// <param name="template">The Word template's name, or null where the file is not at hand.</param>
    public static byte[] Write(Council council, House house, string? template)
    {
        using var written = new MemoryStream();
        using (var json = new Utf8JsonWriter(written, Layout))
        {
            json.WriteStartObject();
            json.WriteString("name", council.Name);
            json.WriteString("code", council.Code);
            json.WriteString("notice", council.Notice);
            json.WriteString("year_start", "April");
            json.WriteString("rating_counted", council.Counted == RatingCounted.Latest ? "latest" : "year-to-date");
            json.WriteString("direction_of_travel", council.Direction switch { DirectionMethod.LastYear => "last-year", DirectionMethod.Trend => "trend", _ => "previous" });
            json.WriteString("tolerance", council.Tolerance is { Percent: var percent } ? $"{CellText.Of(percent)}%" : null);
            json.WriteString("classification", council.Classification);
            json.WriteStartObject("colours");
            json.WriteString("main", council.Colour);
            json.WriteEndObject();
            json.WriteString("template", template);
            HouseJson.Write(json, house);
            json.WriteEndObject();
        }

        written.WriteByte((byte)'\n');
        return written.ToArray();
    }

    private static RatingCounted? Counted(string text) => Plain(text) switch
    {
        "latest" => RatingCounted.Latest,
        "year to date" or "ytd" => RatingCounted.YearToDate,
        _ => null,
    };

    private static DirectionMethod? Direction(string text) => Plain(text) switch
    {
        "previous" => DirectionMethod.Previous,
        "last year" => DirectionMethod.LastYear,
        "trend" => DirectionMethod.Trend,
        _ => null,
    };

    private static ToleranceRule? Tolerance(JsonSettings json)
    {
        if (json.Text("tolerance") is not { } text)
        {
            return null;
        }

        if (ToleranceRule.Read(text) is not { } rule)
        {
            json.Add(Severity.Error, "tolerance", $"{Quoted.Text(text)} is not a percentage from 0 to 100: write \"10%\", or null where targets.csv states each floor.");
            return null;
        }

        return rule;
    }

    private static string HouseColour(JsonSettings json)
    {
        const string Setting = "colours.main";
        if (json.Text(Setting) is not { } text)
        {
            return Council.StandardColour;
        }

        if (Colour.Read(text) is not { } colour)
        {
            json.Add(Severity.Warning, Setting, $"{Quoted.Text(text)} is not a colour like {Council.StandardColour}, which is used instead.");
            return Council.StandardColour;
        }

        if (colour.AgainstWhite < Colour.LeastContrast)
        {
            json.Add(Severity.Warning, Setting, $"White text on {text} has a contrast of {colour.AgainstWhite:0.0} to 1 and needs {Colour.LeastContrast:0.0}: {Council.StandardColour} is used instead. Choose a darker colour.");
            return Council.StandardColour;
        }

        return colour.ToString();
    }

    private static string? Template(JsonSettings json, FolderFiles files)
    {
        if (json.Text("template") is not { } template || files.Has(template))
        {
            return json.Text("template");
        }

        json.Add(Severity.Error, "template", $"There is no file {Quoted.Text(template)} in this folder: put it here, or write null for the standard template.");
        return null;
    }

    private static string Plain(string text) => text.ToLowerInvariant().Replace('-', ' ').Replace('_', ' ');
}
