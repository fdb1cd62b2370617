using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Outturn.Cli;

/// <summary>A verb with more to say than fits the list of verbs: columns, rules, exit codes.</summary>
/// <param name="summary">One line.</param>
/// <param name="notes">Printed below the options by --help.</param>
internal sealed class Verb(string name, string summary, string notes) : Command(name, summary)
{
    public string Notes => notes;
}

/// <summary>The usual help, and behind it the notes of the verb that was asked about.</summary>
internal sealed class VerbHelp(HelpAction usual) : SynchronousCommandLineAction
{
    public static void AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = new VerbHelp((HelpAction)option.Action!);
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is Verb verb)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(verb.Notes);
        }

        return code;
    }
}
