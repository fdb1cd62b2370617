using Outturn.Core.Collection;
using Outturn.Core.Papers;
using Outturn.Core.Periods;

namespace Outturn.Core.Mail;

/// <summary>The words of a message. They name indicators, periods and days, and never a figure: whoever may see it follows the link.</summary>
/// <param name="Body">Plain text; <see cref="Link"/> stands where the address of its page goes.</param>
public sealed record MailText(string Subject, string Body)
{
    /// <summary>What stands in a body where the address goes.</summary>
    public const string Link = "{link}";

    /// <summary>Longer lists are cut: the page has the rest.</summary>
    private const int MostListed = 40;

    /// <summary>What somebody owes, the longest overdue first.</summary>
    /// <param name="figures">At least one.</param>
    public static MailText Reminder(IReadOnlyList<OutstandingFigure> figures, DateOnly day)
    {
        var late = figures.Count(figure => figure.IsLate);
        var subject = late == 0
            ? $"{Words.Capital(Words.Count(figures.Count, "figure"))} due by {Words.Date(figures.Max(figure => figure.Due.Deadline))}"
            : late == figures.Count ? $"{Words.Capital(Words.Count(late, "figure"))} overdue"
            : $"{Words.Capital(Words.Count(figures.Count, "figure"))} to send, {Words.Number(late)} of them overdue";
        return new MailText(subject, $"""
            {(figures.Count == 1 ? "This figure is" : "These figures are")} still to be sent:

            {Listed([.. figures.OrderBy(figure => figure.Due.Deadline).Select(figure => $"{figure.Due.Indicator.Ref} {figure.Due.Indicator.Title}, {figure.Due.Period}: {When(figure, day)}")])}

            Send them here:
            {Link}

            Where a figure will be late or cannot be given, say so there: a marker with its reason is an answer too.
            """);
    }

    /// <summary>Figures that came back. The reason may quote a figure, and stands on the page alone.</summary>
    public static MailText Returned(IReadOnlyList<(string Ref, string Title, Period Period)> figures, string by) => new(
        figures is [var only] ? $"{only.Ref}, {only.Period}, was returned" : $"{Words.Capital(Words.Count(figures.Count, "figure"))} were returned",
        $"""
        {by} has returned {(figures.Count == 1 ? "a figure that you sent" : "figures that you sent")}:

        {Listed([.. figures.Select(figure => $"{figure.Ref} {figure.Title}, {figure.Period}")])}

        The reason stands beside {(figures.Count == 1 ? "it" : "each")}, with what is to be put right:
        {Link}
        """);

    /// <param name="report">As papers call it, with its meeting.</param>
    /// <param name="section">The part that is to be signed off; null for the whole.</param>
    public static MailText SignOff(string report, string? section, string by, DateOnly? neededBy) => new(
        $"Please sign off: {section ?? report}",
        $"""
        {by} asks you to sign off {(section is null ? $"the report \"{report}\"" : $"the section \"{section}\" of the report \"{report}\"")}.{(neededBy is { } day ? $" It is needed by {Words.Date(day)}, for the papers to go out in time." : "")}

        Read it, and sign it off or send it back, here:
        {Link}

        It is a draft until it is released: please do not pass it on.
        """);

    public static MailText Release(string report, string? contact) => new(
        $"Published: {report}",
        $"""
        This report has been published:

        {report}
        {Link}

        {WhyYou(contact)}
        """);

    public static MailText Correction(string report, string? contact) => new(
        $"Corrected: {report}",
        $"""
        This report, which had been published, was corrected or withdrawn. What changed and why stands at its top:

        {report}
        {Link}

        {WhyYou(contact)}
        """);

    public static MailText Test(string council) => new(
        $"A test from {council}",
        $"""
        This message shows that mail from Outturn reaches you. Nothing is to be done.

        The pages are at:
        {Link}
        """);

    private static string WhyYou(string? contact) =>
        $"You get this because your address is on the list of those who are told. To be taken off it, {(contact is null ? "answer this message and say so" : $"write to {contact} and say so")}; colleagues who sign in change it on their own page, under their name.";

    private static string When(OutstandingFigure figure, DateOnly day) =>
        (figure.IsReturned ? "returned, " : "") + (figure.DaysLate > 0 ? $"{Words.Count(figure.DaysLate, "day")} overdue (was due on {Words.Date(figure.Due.Deadline)})"
            : figure.Due.Deadline == day ? "due today" : $"due on {Words.Date(figure.Due.Deadline)}");

    private static string Listed(string[] lines) => string.Join("\n", lines.Take(MostListed).Select(line => $"- {line}").Concat(lines.Length > MostListed ? [$"- and {lines.Length - MostListed:N0} more"] : Array.Empty<string>()));
}
