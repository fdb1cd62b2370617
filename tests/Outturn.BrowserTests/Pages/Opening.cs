namespace Outturn.BrowserTests.Pages;

/// <summary>A way to a page. Most have one; a page that shows different things has one for each.</summary>
/// <param name="Page">Its path in Pages.</param>
/// <param name="State">What it shows; blank where there is but one thing.</param>
/// <param name="Address">Where it is; null where steps lead to it.</param>
internal sealed record Opening(string Page, string State, string? Address)
{
    private readonly Func<Council, Window, Task>? steps;

    /// <param name="steps">What is done in a window until the page is there.</param>
    public Opening(string page, string state, Func<Council, Window, Task> steps)
        : this(page, state, (string?)null)
    {
        this.steps = steps;
    }

    public Task OpenAsync(Council council, Window window) => steps?.Invoke(council, window) ?? window.GoToAsync(Address!);

    public override string ToString() => State.Length == 0 ? Page : $"{Page} ({State})";
}
