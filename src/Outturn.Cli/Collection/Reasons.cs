namespace Outturn.Cli.Collection;

/// <summary>Why warnings are overridden, as the command line says it: "ten-times=The contract doubled in May."</summary>
internal static class Reasons
{
    /// <summary>The reasons by the code of the warning.</summary>
    public static Dictionary<string, string> Of(string[] overrides)
    {
        var reasons = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var said in overrides)
        {
            var parts = said.Split('=', 2);
            reasons[parts[0].Trim()] = parts.Length == 2 ? parts[1].Trim() : "";
        }

        return reasons;
    }
}
