using System.Security.Cryptography;
using System.Text;
using Outturn.Core.Release;

namespace Outturn.App.Release;

/// <summary>Answers for errors of a checklist.</summary>
public static class Answers
{
    /// <summary>Under which an answer for an item is kept: it is for what was said then, and for nothing that is said of the same subject later.</summary>
    public static string AnsweredAs(this ChecklistItem item) => $"{item.Key}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(item.Said)))[..8]}";
}
