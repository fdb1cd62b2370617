namespace Outturn.App.Import;

/// <summary>What somebody wrote, as a reason repeats it: in quotation marks, on one line, not too long.</summary>
internal static class Quoted
{
    private const int Longest = 40;

    public static string Text(ReadOnlySpan<char> written)
    {
        var text = written.Trim();
        var shown = text.Length <= Longest ? text.ToString() : $"{text[..(Longest - 1)]}…";
        return $"\"{string.Join(' ', shown.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))}\"";
    }
}
