using Outturn.App.Import;
using Outturn.Core.Dashboards;

namespace Outturn.App.Collection.Templates;

/// <summary>Reads a template that a service filled in: every row of it, or every reason why not.</summary>
/// <remarks>Columns are found by their headings and rows by their code, so that both may be moved, sorted and, for rows, deleted.</remarks>
public static class TemplateReader
{
    /// <summary>The stamp is looked for no further down than this.</summary>
    private const int DeepestStamp = 20;

    private const int Peeked = 4096;

    /// <param name="register">As known today; its indicators give unit and frequency of each row.</param>
    /// <param name="store">The id of the store that the template must have come from.</param>
    public static TemplateResult Read(string path, Register register, string store)
    {
        if (!MayBeTemplate(path))
        {
            return new TemplateResult.NotTemplate();
        }

        return Sources.ReadUnlinked(path) switch
        {
            ReadResult.Refused refused => new TemplateResult.Refused(refused.Defects, new TemplateCount(0, 0, 0, 0)),
            ReadResult.Read read => Read(read, register, store, SourceFiles.Name(path)),
            _ => throw new InvalidOperationException("A file is read or refused."),
        };
    }

    private static TemplateResult Read(ReadResult.Read file, Register register, string store, string name)
    {
        TemplateTable[] tables = [.. file.Tables.Select(TemplateTable.Find).OfType<TemplateTable>()];
        var stamps = file.Tables
            .SelectMany(sheet => sheet.Rows.Take(DeepestStamp).SelectMany(row => row.Cells.Where(cell => TemplateStamp.IsMeant(cell.Text)).Select(cell => (sheet.Source, row.Number, cell.Text))))
            .OrderBy(stamp => tables.Any(table => table.Source == stamp.Source) ? 0 : 1)
            .ToArray();
        if (stamps.Length == 0 && tables.All(table => table.Column(TemplateColumns.Code) is null))
        {
            return new TemplateResult.NotTemplate();
        }

        if (tables.Length != 1)
        {
            return Refuse(tables.Sum(table => table.Rows.Count), tables.Length == 0
                ? Defect.Error(name, $"This is a template, and its sheet {FiguresSheet.Name} is missing, or hidden, or has lost its row of headings: fill in the template as it was issued.")
                : Defect.Error(tables[1].Source, $"Two sheets hold the template's table, {tables[0].Source} and this one: delete the one that does not count."));
        }

        var table = tables[0];
        if (stamps.Length == 0)
        {
            return Refuse(table.Rows.Count, new Defect(Severity.Error, table.Source, FiguresSheet.HeaderRow - 1, null,
                "The line that says when and for whom the template was issued is missing: fill in the template as it was issued."));
        }

        var place = new SentPlace(stamps[0].Source, stamps[0].Number);
        if (TemplateStamp.Read(stamps[0].Text) is not { } stamp)
        {
            return Refuse(table.Rows.Count, place.Error(null,
                $"{Quoted.Text(stamps[0].Text)} is not what the template said when it was issued: put the line back, or fill in the template as it was issued."));
        }

        return stamp.Store != store
            ? Refuse(table.Rows.Count, place.Error(null,
                $"This template was issued from register {stamp.Store}, and this is register {store} of {register.Council.Name}: it belongs to another council or another store. Ask for a template of this one."))
            : new TemplateRows(table, stamp, register).Read(file.Warnings);
    }

    private static TemplateResult.Refused Refuse(int rows, Defect defect) => new([defect], new TemplateCount(rows, 0, 0, rows));

    /// <summary>Whether the file is worth reading whole: a workbook, or a text that begins with a template's lines.</summary>
    internal static bool MayBeTemplate(string path)
    {
        if (Path.GetExtension(path).ToUpperInvariant() is not (".CSV" or ".TSV" or ".TXT"))
        {
            return Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);
        }

        if (!SourceFiles.TryOpen(path, out var stream, out _))
        {
            return false;
        }

        using var reader = new StreamReader(stream);
        var start = new char[Peeked];
        return new string(start, 0, reader.ReadBlock(start)).Split('\n').Any(line => TemplateStamp.IsMeant(line.TrimStart('"')));
    }
}
