using Microsoft.AspNetCore.Mvc;
using Outturn.App.Outcomes;
using Outturn.Core.National;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>What one edition of a framework has otherwise than another, and which of the council's links that touches.</summary>
public sealed class OutcomesChangesModel(LiveReference reference) : OutcomesPage(reference)
{
    public override string Title => $"{National?.Framework.Framework}: what has changed";

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    /// <summary>The editions that are held, the latest first.</summary>
    public IReadOnlyList<(string Value, string Text)> Editions { get; private set; } = [];

    public FrameworkEdition Later { get; private set; } = null!;

    /// <summary>Null where there are not two editions to set side by side.</summary>
    public EditionChanges? Changes { get; private set; }

    public string Reason { get; private set; } = "";

    public IReadOnlyList<TouchedLink> Touched { get; private set; } = [];

    public IEnumerable<(string Heading, IReadOnlyList<string> Lines)> Lists
    {
        get
        {
            if (Changes is not { } changes)
            {
                return [];
            }

            (string Heading, IReadOnlyList<string> Lines)[] all =
            [
                ("Outcomes added", [.. changes.OutcomesAdded.Select(outcome => $"{outcome.Number}. {outcome.Name}")]),
                ("Outcomes gone", [.. changes.OutcomesGone.Select(outcome => $"{outcome.Number}. {outcome.Name}")]),
                ("Outcomes changed", [.. changes.OutcomesChanged.Select(pair => $"{pair.Now.Number}. {pair.Now.Name}: {EditionChanges.Differences(pair.Before, pair.Now)}")]),
                ("Metrics added", [.. changes.Added.Select(metric => $"{metric.Id} {metric.Title}")]),
                ("Metrics gone", [.. changes.Gone.Select(metric => $"{metric.Id} {metric.Title}")]),
                ("Metrics renamed", [.. changes.Renamed.Select(pair => $"{pair.Now.Id} {pair.Now.Title} (was: {string.Join("; ", changes.Differences(pair.Before, pair.Now).Prepend(pair.Before.Title))})")]),
                ("Metrics changed", [.. changes.Changed.Select(pair => $"{pair.Now.Id} {pair.Now.Title}: {string.Join("; ", changes.Differences(pair.Before, pair.Now))}")]),
            ];
            return all.Where(list => list.Lines.Count > 0);
        }
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        Later = National!.Framework;
        (var names, Later, var earlier, Reason) = await Reference.AskAsync(async store =>
        {
            string[] names = [.. (await store.EditionsAsync(cancel)).Where(known => known.Framework == Later.Framework).Select(known => known.Edition)];
            var later = string.IsNullOrEmpty(To) ? Later : (await App.Outcomes.Frameworks.FindAsync(store, new FrameworkChoice(Later.Framework, To), [], cancel)).Edition ?? Later;
            var (earlier, reason) = await App.Outcomes.Frameworks.BeforeAsync(store, later, string.IsNullOrEmpty(From) ? null : From, cancel);
            return (names, later, earlier, reason);
        }, ([], Later, null, "The national data cannot be read."), cancel);
        Editions = [.. names.Select(name => (name, name))];
        Changes = earlier is null ? null : Later.Since(earlier);
        Touched = Changes?.Touched(Register.Links) ?? [];
        return Page();
    }
}
