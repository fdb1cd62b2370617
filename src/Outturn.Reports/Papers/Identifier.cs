namespace Outturn.Reports.Papers;

/// <summary>Names of tables and charts: letters, digits and underscores, beginning with a letter.</summary>
internal static class Identifier
{
    public static string Of(string text)
    {
        var name = new string([.. text.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_')]);
        return name is [>= 'A' and <= 'Z' or >= 'a' and <= 'z', ..] ? name : "N" + name;
    }
}
