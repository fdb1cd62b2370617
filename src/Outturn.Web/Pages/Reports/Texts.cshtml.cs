using Microsoft.AspNetCore.Mvc;
using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Dashboards;
using Outturn.Core.Papers;
using Outturn.Core.Release;
using Outturn.Reports;
using Outturn.Reports.Papers;
using Outturn.Web.Parts;
using Outturn.Web.Release;

namespace Outturn.Web.Pages;

/// <summary>The analyst's own paragraphs in a report: each by its place, marked where figures have moved since it was written.</summary>
public sealed class ReportTextsModel(Store store, DraftPapers drafts) : RegisterPage(store)
{
    private const int MostLetters = 20_000;

    public override string Title => $"Texts of {Life.Title}";

    public override string Section => "reports";

    public override (string Text, string Address)? Back => (Life.Title, Addresses.Report(Life.Name));

    public ReportLife Life { get; private set; } = null!;

    public IReadOnlyList<Passage> Passages { get; private set; } = [];

    /// <summary>Whose papers the texts stand in; null for those of every committee.</summary>
    public Committee? Owner { get; private set; }

    /// <summary>The committee that the report goes to; null where it goes to no single one.</summary>
    public Committee? Reader { get; private set; }

    /// <summary>Whether the texts for every committee are asked for, rather than this one's own.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Every { get; set; }

    /// <summary>The place of a text that was read again and still holds.</summary>
    [BindProperty]
    public string? Holds { get; set; }

    /// <summary>The figures that had moved when the page was shown.</summary>
    [BindProperty]
    public string? MovedSeen { get; set; }

    public static string MovedStamp(Passage passage) => StampOf(string.Join('\n', passage.Moved));

    /// <summary>The page of the texts that are shown: this committee's, or those of every committee.</summary>
    public string Address => Home + QueryText.Of(("every", Every && Reader is not null ? "true" : null));

    public string Home => $"{Addresses.Report(Life.Name)}/texts";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } draft)
        {
            return NotFound();
        }

        if (Holds is { } place && draft.Rated is { } rated)
        {
            if (Passages.FirstOrDefault(passage => passage.Shown == place) is not { } shown || MovedStamp(shown) != MovedSeen)
            {
                Errors.Add(null, "Figures beside that text have moved again since you opened the page: read it once more.");
                return Page();
            }

            await StoredTexts.AcceptAsync(Store, Register, [rated.Dashboard], Visit.Who, null, cancel, place);
            return GoTo(Address, "It is noted that the text still holds.");
        }

        Passages = [.. Passages.Select(Sent)];
        foreach (var passage in Passages.Where(passage => passage.Text.Length > MostLetters))
        {
            Errors.Add(passage.Field, $"It has {passage.Text.Length:N0} letters, and {MostLetters:N0} is the most.");
        }

        foreach (var passage in Passages.Where(passage => passage.IsChanged && passage.Seen != StampOf(passage.Kept)))
        {
            Errors.Add(passage.Field, passage.Kept.Length == 0 ? "Somebody has taken this text out since you opened the page. Keep once more to put yours there." : $"Somebody has changed this text since you opened the page, to: \"{passage.Kept}\" Keep once more to put yours in its place.");
        }

        var sent = Passages;
        Passages = [.. Passages.Select(passage => passage with { Seen = StampOf(passage.Kept) })];

        Why = $"Written for {Life.Title}";
        return await KeepAsync($"texts of {Life.Name}", Address, register => Edited(register, sent), cancel, "The texts are kept.");
    }

    private async Task<DraftPaper?> FindAsync(CancellationToken cancel)
    {
        if (Now.Register is null || RouteData.Values["name"] is not string name || Now.Life(name) is not { } life || (await drafts.OfAsync(Now, life, cancel)).Draft is not { } draft)
        {
            return null;
        }

        var places = draft.Paper switch
        {
            RatedPaper rated => PaperPlaces.Of(rated.Dashboard),
            ProposalsPaper proposals => PaperPlaces.Of(proposals.Review),
            _ => [],
        };
        Life = life;
        Reader = Register.Committees.FirstOrDefault(committee => committee.Name == life.Committee);
        Owner = Every ? null : Reader;
        var moved = draft.Rated is { } board ? (await StoredTexts.MovedAsync(Store, Register, [board.Dashboard], cancel)).ToDictionary(text => text.Place, text => text.Moved) : [];
        Passages = [.. places.Select(place => Of(place, moved))];
        return places.Count == 0 ? null : draft;
    }

    private Passage Of(PaperPlace place, Dictionary<string, IReadOnlyList<string>> moved)
    {
        var key = Owner is null ? place.Place : TextPlace.For(Owner, place.Place);
        var kept = Register.Texts.GetValueOrDefault(key, "");
        var common = Owner is null ? null : Register.Texts.GetValueOrDefault(place.Place);
        // What stands in the paper is the committee's own text, or else that of every committee.
        var shown = Owner is not null && kept.Length == 0 ? place.Place : key;
        return new Passage(key, place.Where, kept, kept, StampOf(kept), common, moved.GetValueOrDefault(shown, []), shown);
    }

    /// <summary>As the form has it. What it has not, or has as it was shown, is as it is kept.</summary>
    private Passage Sent(Passage passage)
    {
        var (text, seen) = (Request.Form[passage.Field].ToString().ReplaceLineEndings("\n").Trim(), Request.Form[passage.SeenField].ToString());
        return !Request.Form.ContainsKey(passage.Field) || StampOf(text) == seen ? passage : passage with { Text = text, Seen = seen };
    }

    /// <summary>By which a text is told from another; spaces around it and the kind of its line ends do not count.</summary>
    private static string StampOf(string text) => EditionMaking.Digest(System.Text.Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n").Trim()));

    private static RegisterDraft Edited(Register register, IReadOnlyList<Passage> sent)
    {
        var texts = new SortedDictionary<string, string>(register.Texts.ToDictionary(), StringComparer.Ordinal);
        foreach (var passage in sent.Where(passage => passage.IsChanged))
        {
            if (StampOf(texts.GetValueOrDefault(passage.Key, "")) != passage.Seen)
            {
                return RegisterDraft.Refuse($"Somebody has changed the text {passage.Where} this very moment: look at it, and keep once more.");
            }

            if (passage.Text.Length == 0)
            {
                texts.Remove(passage.Key);
            }
            else
            {
                texts[passage.Key] = passage.Text;
            }
        }

        return RegisterDraft.Of(register with { Texts = texts });
    }

    /// <summary>A text by its place.</summary>
    /// <param name="Key">As it is kept: service-finance, or housing-panel/service-finance.</param>
    /// <param name="Kept">As the store has it; empty where there is none.</param>
    /// <param name="Text">As the form has it.</param>
    /// <param name="Seen">By which it is told whether somebody has changed it since the form was shown.</param>
    /// <param name="Common">The text for every committee, which stands there where this one is blank; null where there is none.</param>
    /// <param name="Moved">The figures that have moved since the text was written that stands there.</param>
    /// <param name="Shown">The key of the text that stands there.</param>
    public sealed record Passage(string Key, string Where, string Kept, string Text, string Seen, string? Common, IReadOnlyList<string> Moved, string Shown)
    {
        public string Field => $"text.{Key}";

        public string SeenField => $"seen.{Key}";

        public bool IsChanged => Text != Kept.ReplaceLineEndings("\n").Trim();
    }
}
