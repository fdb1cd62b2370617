using System.Text;

namespace Outturn.Web.Parts;

/// <summary>Where one stands in a long list, and the way to the rest of it.</summary>
public sealed class PageLinks
{
    /// <param name="asked">The page that was asked for; the nearest there is is shown.</param>
    /// <param name="length">Rows on a page.</param>
    /// <param name="count">Rows in all.</param>
    /// <param name="link">The address of a page.</param>
    public PageLinks(int asked, int length, int count, Func<int, string> link)
    {
        Last = Math.Max(1, (count + length - 1) / length);
        Number = Math.Clamp(asked, 1, Last);
        (Before, Next) = (Number > 1 ? link(Number - 1) : null, Number < Last ? link(Number + 1) : null);
    }

    public int Number { get; }

    public int Last { get; }

    public string? Before { get; }

    public string? Next { get; }
}

/// <summary>What follows the question mark of an address.</summary>
public static class QueryText
{
    /// <summary>Blank values are left out; an address without any has no question mark.</summary>
    public static string Of(params ReadOnlySpan<(string Name, string? Value)> parts)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in parts)
        {
            if (!string.IsNullOrEmpty(value))
            {
                text.Append(text.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            }
        }

        return text.ToString();
    }
}
