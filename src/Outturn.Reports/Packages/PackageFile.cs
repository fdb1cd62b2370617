using System.Security.Cryptography;

namespace Outturn.Reports.Packages;

/// <summary>A file of a package for the agenda system.</summary>
/// <param name="Order">Its place on the agenda: the report first, then its appendices.</param>
/// <param name="Title">As the agenda lists it.</param>
/// <param name="Kind">report, appendix, or statement.</param>
public sealed record PackageFile(int Order, string Title, string Kind, string Name, byte[] Bytes)
{
    /// <summary>64 small hexadecimal digits.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
