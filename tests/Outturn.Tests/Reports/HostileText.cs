using Outturn.Core.Indicators;
using Outturn.Core.Ratings;
using Outturn.Reports;

namespace Outturn.Tests.Reports;

/// <summary>One text in every place of a document that holds text.</summary>
public static class HostileText
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        Sample.Hostile,
        "a\0b\u0001c\u000bd\u001be\u007ff\u0085g\ufffeh\uffffi",
        "half \ud83d of a pair, \ude00 and the other",
        "🏳️‍🌈 emoji 👩🏽‍⚕️ and עברית and 漢字",
        new string('W', 400),
        "line\r\nline\rline\n\n\ttab",
        " leading and trailing ",
    ];

    public static Document Everywhere(string text) => new(
        new DocumentInfo(text, text, new DateOnly(2020, 7, 29), "#1d4f73", text),
        [
            new Section(Orientation.Portrait,
            [
                new Heading(1, text),
                new Facts([new Fact(text, [text, text])]),
                new Paragraph([new Run(text, Bold: true), new Run(text, Italic: true, Link: $"https://example.org/{text}"), new Run(text, Link: text)], text),
                new Heading(2, text, text),
                new BulletList([new Paragraph(text), new Paragraph(text)]),
                new Table(
                    "table",
                    text,
                    [new(text, 1), new(text, 3, Align.Right), new("Rating", 1)],
                    [
                        [text, new FigureCell(-1.5m, 1, new Unit(text), text), new RatingCell(Rating.Not(Reason.Awaited))],
                        ["too few cells"],
                    ],
                    0,
                    "Sheet",
                    []),
                new Chart("chart", text, text, [text, text], [new Line(text, LineKind.Actual, [1, null]), new Line(text, LineKind.Target, [])], new Unit("£" + text), 0, BreakBefore: 1),
                new Note(text),
            ]),
            new Section(Orientation.Landscape, []),
            new Section(Orientation.Landscape, [new PageBreak()]),
        ]);
}
