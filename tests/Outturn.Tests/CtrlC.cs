using System.Diagnostics;

namespace Outturn.Tests;

/// <summary>Ctrl+C for a program under test.</summary>
internal static class CtrlC
{
    private const ulong Interrupt = 1UL << 1;

    /// <summary>Presses it; says so, rather than waiting for ever, where whoever started the tests has the program ignore it.</summary>
    public static void Press(Process program)
    {
        if (IsIgnoredBy(program))
        {
            program.Kill();
            throw new InvalidOperationException("Ctrl+C is ignored by whatever was started here (a background job of a script, or nohup): start the tests in the foreground.");
        }

        using var press = Process.Start("sh", ["-c", $"kill -INT {program.Id}"]);
        press.WaitForExit();
    }

    private static bool IsIgnoredBy(Process program) =>
        OperatingSystem.IsLinux() && File.ReadLines($"/proc/{program.Id}/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask["SigIgn:".Length..].Trim(), 16) & Interrupt) != 0;
}
