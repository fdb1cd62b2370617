using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Outturn.App.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Web.Parts;

namespace Outturn.Web.Pages;

/// <summary>A model of similar councils that is tried out: other variables, weights, transforms or scaling. It is in the page's address, and kept nowhere.</summary>
public sealed class TriedModel(LiveReference reference) : OutcomesPage(reference)
{
    /// <summary>More would be asked of the store than anybody reads.</summary>
    public const int MostVariables = 30;

    private const int MostNeighbours = 50;

    public override string Title => "Try a model";

    public override bool IsWide => true;

    public override (string Text, string Address)? Back => ("Similar councils", "/outcomes/neighbours");

    public IReadOnlyList<ChosenVariable> Chosen { get; private set; } = UsualModel.Variables;

    /// <summary>What each weight was typed as.</summary>
    public IReadOnlyList<string> Weights { get; private set; } = [];

    public Scaling Scaling { get; private set; }

    public Tiers Tier { get; private set; }

    public int Count { get; private set; } = NeighbourModel.UsualCount;

    /// <summary>Whether our area has the duties of both tiers, and is compared within either.</summary>
    public bool HasBothTiers { get; private set; }

    /// <summary>Series that have a figure for our area and are not chosen yet.</summary>
    public IReadOnlyList<NationalSeries> Others { get; private set; } = [];

    public ModelShown? Shown { get; private set; }

    public string NoModel { get; private set; } = "";

    public IReadOnlyDictionary<string, NationalSeries> Known { get; private set; } = new Dictionary<string, NationalSeries>();

    public static IEnumerable<(string Value, string Text)> Scalings => [("MinMax", "from lowest to highest (0 to 1)"), ("ZScore", "in standard deviations from the mean")];

    public static IEnumerable<(string Value, string Text)> TierWords => [("Upper", "councils with a county's duties"), ("Lower", "councils with a district's duties")];

    public IEnumerable<(string Value, string Text)> Adding => [("", "no other"), .. Others.Select(series => (series.Name, $"{series.Title} ({series.Dataset})"))];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!await ReadAsync(cancel))
        {
            return NotFound();
        }

        if (!HasArea)
        {
            return Page();
        }

        var (area, ours) = (National!.Area, National.Areas[National.Area]);
        (HasBothTiers, Tier) = (ours.Tiers == Tiers.Both, UsualModel.TierOf(ours.Tiers));
        Read();
        Known = (await Reference.AskAsync(store => store.LatestOfAsync(area, cancel), [], cancel)).Select(pair => pair.Series).DistinctBy(series => series.Name).ToDictionary(series => series.Name);
        Others = [.. Known.Values.Where(series => !Chosen.Any(one => one.Series == series.Name)).OrderBy(series => series.Title, StringComparer.OrdinalIgnoreCase).ThenBy(series => series.Name, StringComparer.Ordinal)];
        if (Errors.Any)
        {
            return Page();
        }

        (var model, NoModel) = await Reference.AskAsync(store => store.ModelAsync(Chosen, Tier, Scaling, cancel), (null, "The national data cannot be read."), cancel);
        if (model is not null && model.ValuesOf(area).Count == 0)
        {
            (model, NoModel) = (null, $"{ours.Name} lacks a value for one of the variables, or has none above 0 for a logarithm.");
        }

        Shown = model is null ? null : ModelShown.Nearest(model, area, Count, National.Areas);
        return Page();
    }

    private void Read()
    {
        var query = Request.Query;
        Scaling = Enum.TryParse<Scaling>(query["scaling"], ignoreCase: true, out var scaling) && Enum.IsDefined(scaling) ? scaling : Scaling.MinMax;
        Tier = HasBothTiers && query["tier"] == "Lower" ? Tiers.Lower : Tier;
        if (query["k"].ToString() is { Length: > 0 } typed)
        {
            Count = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is >= 1 and <= MostNeighbours ? count : NeighbourModel.UsualCount;
            if (Count.ToString(CultureInfo.InvariantCulture) != typed.Trim())
            {
                Errors.Add("k", $"Write a whole number from 1 to {MostNeighbours}.");
            }
        }

        if (query["v0"].Count == 0 && string.IsNullOrEmpty(query["add"]))
        {
            Weights = [.. Chosen.Select(_ => "1")];
            return;
        }

        List<ChosenVariable> chosen = [];
        List<string> weights = [];
        for (var i = 0; i < MostVariables && query[$"v{i}"].ToString() is { Length: > 0 } series; i++)
        {
            var typedWeight = query[$"w{i}"].ToString().Trim();
            var isNumber = double.TryParse(typedWeight, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) && double.IsFinite(weight);
            if (isNumber && weight == 0)
            {
                continue;
            }

            if (!isNumber)
            {
                Errors.Add($"w{chosen.Count}", $"\"{typedWeight}\" is no weight: write a number such as 1 or 0.5, or 0 to leave the variable out.");
            }

            chosen.Add(new ChosenVariable(series, isNumber ? weight : 1, query[$"t{i}"] == "log" ? Transform.Log : Transform.None));
            weights.Add(typedWeight);
        }

        if (query["add"].ToString() is { Length: > 0 } added && chosen.Count < MostVariables && !chosen.Exists(one => one.Series == added))
        {
            chosen.Add(new ChosenVariable(added));
            weights.Add("1");
        }

        (Chosen, Weights) = (chosen, weights);
    }
}
