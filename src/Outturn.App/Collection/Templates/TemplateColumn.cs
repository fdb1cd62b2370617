namespace Outturn.App.Collection.Templates;

/// <summary>What a column is for, which decides how its cells look and what they take.</summary>
internal enum ColumnUse
{
    /// <summary>Locked words: what is asked for.</summary>
    Said,

    /// <summary>Locked figures that stand beside the entry.</summary>
    Beside,

    /// <summary>A number is entered.</summary>
    Number,

    /// <summary>Words are entered.</summary>
    Words,

    /// <summary>A day is entered.</summary>
    Day,

    /// <summary>Words that stay among colleagues.</summary>
    Internal,

    /// <summary>Locked: the letters by which the row is known.</summary>
    Code,
}

/// <summary>A column of a template.</summary>
/// <param name="Heading">By which it is written and found again.</param>
/// <param name="Width">In characters.</param>
/// <param name="Meaning">What it holds or takes, as the sheet of explanations and the prompt of its cells say.</param>
internal sealed record TemplateColumn(string Heading, ColumnUse Use, int Width, string Meaning)
{
    public bool IsEntry => Use is ColumnUse.Number or ColumnUse.Words or ColumnUse.Day or ColumnUse.Internal;
}

/// <summary>The headings of a template, as defects name them, in the order in which they are written.</summary>
public static class TemplateColumns
{
    public const string Ref = "Ref";
    public const string Indicator = "Indicator";
    public const string Period = "Period";
    public const string WhatIsCounted = "What is counted";
    public const string Unit = "Unit";
    public const string LastYear = "Same period last year";
    public const string LastFigure = "Last figure";
    public const string Target = "Target or range";
    public const string Floor = "Floor standard";
    public const string Value = "Value";
    public const string Numerator = "Numerator";
    public const string Denominator = "Denominator";
    public const string Marker = "Marker";
    public const string Note = "Note or reason";
    public const string Forecast = "Year-end forecast";
    public const string ForecastReason = "Reason for forecast";
    public const string Context = "Context (for the public)";
    public const string Cause = "Cause";
    public const string Action = "Action";
    public const string Owner = "Owner";
    public const string Due = "Due";
    public const string Recovery = "Recovery";
    public const string InternalNote = "Internal note (not published)";
    public const string Code = "Row code";

    internal static IReadOnlyList<TemplateColumn> All { get; } =
    [
        new(Ref, ColumnUse.Said, 10, "The indicator's code."),
        new(Indicator, ColumnUse.Said, 29, "The indicator, as papers print it."),
        new(Period, ColumnUse.Said, 14, "The month, quarter or year that the figure is for."),
        new(WhatIsCounted, ColumnUse.Said, 44, "What is in and what is out, and what numerator and denominator are."),
        new(Unit, ColumnUse.Said, 11, "What the figure counts."),
        new(LastYear, ColumnUse.Beside, 15, "The figure for the same period a year before."),
        new(LastFigure, ColumnUse.Beside, 15, "The last figure that was sent, and its period."),
        new(Target, ColumnUse.Beside, 16, "The target in force, or the range in which an activity is expected to lie."),
        new(Floor, ColumnUse.Beside, 14, "The floor standard: a figure worse than this is Red."),
        new(Value, ColumnUse.Number, 13, "The figure, in the unit of the row. 0 is a figure. A percentage is a plain number: 94.2 means 94.2%. Leave it blank where you give numerator and denominator."),
        new(Numerator, ColumnUse.Number, 14, "The count above the line: for a percentage, how many of them. The value is then worked out for you."),
        new(Denominator, ColumnUse.Number, 15, "The count below the line: for a percentage, out of how many. 0 means that there was nothing to measure."),
        new(Marker, ColumnUse.Words, 17, "Choose one where it is needed: beside a figure, or in place of one. They are explained on the sheet How to fill this in."),
        new(Note, ColumnUse.Words, 28, "Why there is no figure, or what a reader should know of it."),
        new(Forecast, ColumnUse.Number, 14, "What you expect the whole year to end at, in the unit of the row; give the reason too. A percentage is a plain number: 94.2 means 94.2%."),
        new(ForecastReason, ColumnUse.Words, 26, "Why you expect the year to end there."),
        new(Context, ColumnUse.Words, 32, "What the public needs to know to understand the figure."),
        new(Cause, ColumnUse.Words, 28, "For a figure below its floor standard (Red): why it is what it is."),
        new(Action, ColumnUse.Words, 28, "For a Red: what is being done."),
        new(Owner, ColumnUse.Words, 24, "For a Red: the post that answers for the action."),
        new(Due, ColumnUse.Day, 13, "For a Red: the day by which the action is done, such as 30/09/2020."),
        new(Recovery, ColumnUse.Words, 14, "For a Red: when the figure is expected to be back on track, such as Mar 2021."),
        new(InternalNote, ColumnUse.Internal, 28, "For colleagues alone. It is never printed or published."),
        new(Code, ColumnUse.Code, 13, "By which the row is known when the workbook comes back. Leave it as it is."),
    ];
}
