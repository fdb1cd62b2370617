namespace Outturn.BrowserTests.Pages;

/// <summary>A way to a page. Most have one; a page that shows different things has one for each.</summary>
/// <param name="Page">Its path in Pages.</param>
/// <param name="State">What it shows; blank where there is but one thing.</param>
/// <param name="StepsAsync">What is done in the window until the page is there.</param>
internal sealed record Opening(string Page, string State, Func<Council, Window, Task> StepsAsync)
{
    public Opening(string page, string state, string address)
        : this(page, state, (_, window) => window.GoToAsync(address))
    {
    }

    public override string ToString() => State.Length == 0 ? Page : $"{Page} ({State})";
}
