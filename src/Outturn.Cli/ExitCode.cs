namespace Outturn.Cli;

/// <summary>What the program tells the script that started it.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The data says no; every reason is on standard error.</summary>
    public const int Refused = 1;

    /// <summary>An unknown verb or option, or a place that cannot be written to.</summary>
    public const int WrongUse = 2;

    /// <summary>The program is at fault, not who runs it.</summary>
    public const int Fault = 3;

    /// <summary>Ctrl+C, as shells report it.</summary>
    public const int Stopped = 130;
}
