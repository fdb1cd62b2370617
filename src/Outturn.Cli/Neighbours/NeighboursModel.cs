using System.CommandLine;
using System.CommandLine.Parsing;
using Outturn.App.Outcomes;
using Outturn.App.Reference;
using Outturn.Cli.Reference;
using Outturn.Core.National;
using Outturn.Core.Neighbours;
using Outturn.Core.Papers;

namespace Outturn.Cli.Neighbours;

/// <summary>outturn neighbours model: similar councils worked out from published figures, with everything that is needed to work them out again.</summary>
internal static class NeighboursModel
{
    private const string Notes = $"""
        outturn neighbours model --area E10000016
        outturn neighbours model --area E10000016 --variable "2 * claimant-count/Claimant Count" --variable "log business-demography/Active businesses" --scaling z-score --csv
        Without --variable: the usual model. A variable is a series as outturn reference list --series names it; "2 * " before it is its
        weight (else 1), "log " its natural logarithm. Each is taken from the latest period in which nine in ten of the councils compared
        have a value; a council that lacks one is left out and named. Compared are today's councils of one tier.
        {NeighboursSource.Notes}
        """;

    public static Verb Create()
    {
        var variables = new Option<ChosenVariable[]?>("--variable") { HelpName = "SERIES", Description = "A series that the councils are to be alike in; may be given several times.", CustomParser = ReadVariables, AllowMultipleArgumentsPerToken = false };
        var scaling = new Option<Scaling?>("--scaling") { HelpName = "WORD", Description = "min-max (the usual) or z-score.", CustomParser = ReadScaling };
        var tier = new Option<Tiers?>("--tier") { HelpName = "WORD", Description = "upper (a county's duties) or lower (a district's); else by the area, and upper for one that has both.", CustomParser = ReadTier };
        var count = new Option<int>("--count") { HelpName = "K", Description = "How many councils.", DefaultValueFactory = _ => NeighbourModel.UsualCount, CustomParser = NeighboursSource.ReadCount };
        var csv = new Option<bool>("--csv") { Description = "Print it as CSV: each council with its values, and each variable's part of the distance." };
        var (reference, council, area, json) = (ReferenceCommand.Reference(), NeighboursSource.Council(), NeighboursSource.AreaOption(), JsonText.Option());
        var command = new Verb("model", "Works similar councils out, and says how in full.", Notes) { area, council, variables, scaling, tier, count, reference, json, csv };
        command.SetAction((parsed, cancel) => NeighboursSource.WithAsync(parsed.GetValue(reference), parsed.GetValue(council), parsed.GetValue(area), needsArea: true, parsed.InvocationConfiguration, async source =>
        {
            var streams = parsed.InvocationConfiguration;
            var ours = source.Area!;
            var among = parsed.GetValue(tier) ?? UsualModel.TierOf(ours.Tiers);
            if (!ours.IsCouncil || (ours.Tiers & among) == Tiers.None)
            {
                return Screen.Refuse($"{ours.Name} ({ours.Code}) {(ours.IsCouncil ? $"has no {(among == Tiers.Upper ? "county's" : "district's")} duties" : "is no council of today")}.", streams);
            }

            var chosen = parsed.GetValue(variables) is { Length: > 0 } given ? given : UsualModel.Variables;
            var (model, refusal) = await source.Reference.ModelAsync(chosen, among, parsed.GetValue(scaling) ?? Scaling.MinMax, cancel);
            if (model is null)
            {
                return Screen.Refuse(refusal, streams);
            }

            if (model.ValuesOf(ours.Code).Count == 0)
            {
                return Screen.Refuse($"{ours.Name} ({ours.Code}) lacks a value for one of the variables, or has none above 0 for a logarithm.", streams);
            }

            var asked = parsed.GetValue(count);
            if (parsed.GetValue(csv))
            {
                ModelCsv.Write(model, ours.Code, asked, source.Areas, streams.Output);
            }
            else if (parsed.GetValue(json))
            {
                streams.Output.WriteLine(Json(source, model, among, asked));
            }
            else
            {
                Print(source, model, asked, streams.Output);
            }

            return ExitCode.Done;
        }, cancel));
        return command;
    }

    private static void Print(NeighboursSource source, NeighbourModel model, int count, TextWriter output)
    {
        output.WriteLine($"{source.Area!.Name} ({source.Area.Code}): the {Words.Count(count, "council")} most like it");
        output.WriteLine();
        foreach (var near in model.Of(source.Area.Code, count))
        {
            output.WriteLine($"{near.Rank,4}  {near.Code}  {source.NameOf(near.Code),-38} {near.Distance:0.0000}");
            output.WriteLine($"      far in: {string.Join("; ", near.Shares.Take(3).Where(share => share.Share > 0).Select(share => $"{Title(model, share.Variable)} ({share.Share:0%})"))}");
            output.WriteLine($"      near in: {string.Join("; ", near.NearIn().Select(variable => Title(model, variable)))}");
        }

        output.WriteLine();
        output.WriteLine(model.Method);
    }

    private static string Title(NeighbourModel model, string variable) => model.Variables.First(known => known.Name == variable).Title;

    private static string Json(NeighboursSource source, NeighbourModel model, Tiers tier, int count)
    {
        object Values(string code, IReadOnlyList<VariableShare> shares) => model.Variables.Select((variable, i) => new
        {
            series = variable.Series, value = model.ValuesOf(code)[i], share = shares.FirstOrDefault(share => share.Variable == variable.Name).Share,
        });
        return JsonText.Of(new
        {
            area = source.Area!.Code, name = source.Area.Name, tier = tier.Name(), scaling = model.Scaling == Scaling.MinMax ? "min-max" : "z-score", method = model.Method,
            variables = model.Variables.Select((variable, i) => new
            {
                series = variable.Series, title = variable.Title, period = variable.Period, unit = variable.Unit, source = variable.Source, weight = model.Weights[i],
                transform = variable.Transform == Transform.Log ? "log" : "none", from = model.Scales[i].From, width = model.Scales[i].Width,
            }),
            councils = model.Codes.Count, leftOut = model.LeftOut, ours = Values(source.Area.Code, []),
            neighbours = model.Of(source.Area.Code, count).Select(near => new { place = near.Rank, code = near.Code, name = source.NameOf(near.Code), distance = near.Distance, values = Values(near.Code, near.Shares) }),
        });
    }

    private static ChosenVariable[]? ReadVariables(ArgumentResult argument)
    {
        List<ChosenVariable> variables = [];
        foreach (var token in argument.Tokens)
        {
            if (ChosenVariable.Read(token.Value) is { } variable)
            {
                variables.Add(variable);
            }
            else
            {
                argument.AddError($"\"{token.Value}\" is no variable: write \"dataset/code\", or \"2 * log dataset/code\" for its weight and logarithm.");
            }
        }

        return [.. variables];
    }

    private static Scaling? ReadScaling(ArgumentResult argument)
    {
        Scaling? scaling = argument.Tokens[0].Value.ToLowerInvariant() switch { "min-max" or "minmax" => Scaling.MinMax, "z-score" or "zscore" => Scaling.ZScore, _ => null };
        if (scaling is null)
        {
            argument.AddError($"\"{argument.Tokens[0].Value}\" is no scaling: write min-max or z-score.");
        }

        return scaling;
    }

    private static Tiers? ReadTier(ArgumentResult argument)
    {
        Tiers? tier = argument.Tokens[0].Value.ToLowerInvariant() switch { "upper" or "utla" => Tiers.Upper, "lower" or "ltla" => Tiers.Lower, _ => null };
        if (tier is null)
        {
            argument.AddError($"\"{argument.Tokens[0].Value}\" is no tier: write upper or lower.");
        }

        return tier;
    }
}
