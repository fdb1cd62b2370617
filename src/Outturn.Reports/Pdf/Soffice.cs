namespace Outturn.Reports.Pdf;

/// <summary>Where LibreOffice is on this machine.</summary>
internal static class Soffice
{
    /// <summary>Names the program for machines on which it is in an unusual place.</summary>
    public const string Variable = "OUTTURN_SOFFICE";

    public const string HowToGetIt =
        "PDF left out: LibreOffice is not installed. On Debian or Ubuntu: sudo apt-get install libreoffice-writer-nogui; "
        + "on Windows: https://www.libreoffice.org/download/";

    /// <summary>The program; null where there is none. The variable, where it is set, is the only place asked.</summary>
    public static string? Find(Func<string, string?> environment) =>
        environment(Variable) is { Length: > 0 } named
            ? (File.Exists(named) ? named : null)
            : OnPath(environment).Concat(Usual(environment)).FirstOrDefault(File.Exists);

    private static IEnumerable<string> OnPath(Func<string, string?> environment) =>
        from folder in (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        where Path.IsPathFullyQualified(folder)
        from name in OperatingSystem.IsWindows() ? (string[])["soffice.com", "soffice.exe"] : ["soffice", "libreoffice"]
        select Path.Combine(folder, name);

    private static IEnumerable<string> Usual(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            return from variable in (string[])["ProgramFiles", "ProgramFiles(x86)"]
                   let folder = environment(variable)
                   where !string.IsNullOrEmpty(folder)
                   select Path.Combine(folder, "LibreOffice", "program", "soffice.com");
        }

        return OperatingSystem.IsMacOS() ? ["/Applications/LibreOffice.app/Contents/MacOS/soffice"] : [];
    }
}
