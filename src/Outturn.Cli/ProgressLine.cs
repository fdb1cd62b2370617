namespace Outturn.Cli;

/// <summary>One line on the screen that says how far long work has come, and is gone when it is done.</summary>
internal sealed class ProgressLine(TextWriter screen) : IProgress<int>, IDisposable
{
    /// <summary>A smaller file is read before anybody could read the line.</summary>
    private const int RowsBetweenLines = 65_536;

    private bool isShown;

    public void Report(int value)
    {
        if (value % RowsBetweenLines == 0)
        {
            Say($"{value:N0} rows read ...");
        }
    }

    public void Say(string text)
    {
        Clear();
        screen.Write(text);
        isShown = true;
    }

    public void Clear()
    {
        if (isShown)
        {
            screen.Write("\r\u001B[K");
            isShown = false;
        }
    }

    public void Dispose() => Clear();
}
