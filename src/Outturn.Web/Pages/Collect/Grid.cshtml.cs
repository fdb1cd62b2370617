using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Outturn.App.People;
using Outturn.App.Stores;

namespace Outturn.Web.Pages;

/// <summary>Many figures as one grid, typed or pasted from a spreadsheet; they are checked and submitted like any other.</summary>
public sealed class GridModel(Store store, Drafts drafts) : EnterModel(store, drafts)
{
    public static readonly (string Key, string Label)[] Boxes = [("numerator", "Numerator"), ("denominator", "Denominator"), ("value", "Figure")];

    public override string Title => IsCheck ? "Check your answers" : "Enter figures in a grid";

    public override bool IsWide => true;

    public string Pasted { get; private set; } = "";

    public override Task<IActionResult> OnGetAsync(string? reference, string? period, CancellationToken cancel) => base.OnGetAsync(null, null, cancel);

    /// <summary>Fills the grid with what was pasted as text: every row is taken, or named as one that is not.</summary>
    public IActionResult OnPostPaste()
    {
        if (!ReadForms())
        {
            return NotFound();
        }

        Pasted = Request.Form["pasted"].ToString();
        var fields = Request.Form.ToDictionary(field => field.Key, field => field.Value);
        var rows = Pasted.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < rows.Length; i++)
        {
            var cells = rows[i].Split('\t').Select(cell => cell.Trim()).ToArray();
            if (cells.All(cell => cell.Length == 0))
            {
                continue;
            }

            if (Forms.FirstOrDefault(form => form.Indicator.Ref.Equals(cells[0], StringComparison.OrdinalIgnoreCase)) is not { } form)
            {
                Errors.Add("pasted", $"Row {i + 1}, \"{cells[0]}\": it is not the ref of a figure in this grid, and was not taken.");
                continue;
            }

            string[] figures = [.. cells.Skip(1).Where(cell => cell.Length > 0)];
            if (figures.Length is 0 or > 2 || (figures.Length == 2 && !form.Row.TakesCounts))
            {
                Errors.Add("pasted", $"Row {i + 1}, {form.Indicator.Ref}: {figures.Length} figures beside the ref; it takes {(form.Row.TakesCounts ? "numerator and denominator, or one figure" : "one figure")}, and was not taken.");
                continue;
            }

            var keys = figures.Length == 2 ? new[] { "numerator", "denominator" } : ["value"];
            foreach (var (key, _) in Boxes)
            {
                fields[form.Prefix + key] = StringValues.Empty;
            }

            for (var k = 0; k < keys.Length; k++)
            {
                fields[form.Prefix + keys[k]] = new StringValues(figures[k]);
            }
        }

        Fill(new FormCollection(fields));
        if (!Errors.Any)
        {
            Pasted = "";
        }

        return Page();
    }

    private void Fill(FormCollection fields) => Forms = [.. Forms.Select(form => FigureForm.Of(Now, form.History, form.Period, fields))];
}
