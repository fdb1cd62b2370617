using System.Text.Json;
using Outturn.App.Import;
using Outturn.Core.Papers;

namespace Outturn.App.Registers;

/// <summary>What council.json says of the form of papers: styles of the template, logo, file names, contact.</summary>
internal static class HouseJson
{
    public static readonly IReadOnlyList<ColumnShape> Settings =
    [
        .. PaperStyles.All.Take(1).Select(style => new ColumnShape($"styles.{style.Name()}", $"The name of the template's style for it, where it is another than Word's own; likewise {string.Join(", ", PaperStyles.All.Skip(1).Select(other => other.Name()))} (all within \"styles\").")),
        new("logo", "The file name, in this folder, of the council's logo (PNG or JPEG); null for none."),
        new("logo_text", "What is read out in the logo's place: the council's name."),
        new("file_names", "The pattern of file names, such as \"{committee} {meeting:yyyy-MM-dd}[ Item {item}] {title}\"; null for ours. Fields: council, committee, short_name, title, period, meeting, item; what stands in square brackets is left out where it is not known."),
        new("accessibility_contact", "Whom readers tell that a document is not accessible to them; null for the report's author."),
    ];

    public static House Read(JsonSettings json, FolderFiles files, string council)
    {
        var pattern = json.Text("file_names");
        if (pattern is not null && FileNamePattern.Read(pattern, out var refusal) is null)
        {
            json.Add(Severity.Error, "file_names", refusal);
        }

        return new House
        {
            Styles = [.. PaperStyles.All.Select(style => (Style: style, Name: json.Text($"styles.{style.Name()}"))).Where(pair => pair.Name is not null).Select(pair => new StyleChoice(pair.Style, pair.Name!))],
            Logo = LogoOf(json, files, council),
            FileNames = pattern,
            Contact = json.Text("accessibility_contact"),
        };
    }

    public static void Write(Utf8JsonWriter json, House house)
    {
        if (house.Styles.Count > 0)
        {
            json.WriteStartObject("styles");
            foreach (var choice in house.Styles)
            {
                json.WriteString(choice.Style.Name(), choice.Name);
            }

            json.WriteEndObject();
        }

        foreach (var (name, value) in new[] { ("logo", house.Logo?.File), ("logo_text", house.Logo?.Text), ("file_names", house.FileNames), ("accessibility_contact", house.Contact) })
        {
            if (value is not null)
            {
                json.WriteString(name, value);
            }
        }
    }

    private static Logo? LogoOf(JsonSettings json, FolderFiles files, string council)
    {
        var text = json.Text("logo_text");
        if (json.Text("logo") is not { } name)
        {
            return null;
        }

        if (Path.GetFileName(name) != name || !files.Has(name))
        {
            json.Add(Severity.Error, "logo", $"There is no file {Quoted.Text(name)} in this folder: put it here, or write null for none.");
            return null;
        }

        var length = new FileInfo(files.PathOf(name)).Length;
        if (PictureFile.Read(length > PictureFile.MostBytes ? new byte[PictureFile.MostBytes + 1] : File.ReadAllBytes(files.PathOf(name)), name, text ?? council, out var refusal) is not { } logo)
        {
            json.Add(Severity.Error, "logo", refusal);
            return null;
        }

        if (logo.File != name)
        {
            json.Add(Severity.Error, "logo", $"{Quoted.Text(name)} holds a {(logo.IsPng ? "PNG" : "JPEG")}: call it {logo.File}.");
            return null;
        }

        return logo;
    }
}
