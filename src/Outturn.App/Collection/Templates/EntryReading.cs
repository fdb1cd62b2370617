using Outturn.App.Import;
using Outturn.App.Registers;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Observations;
using Outturn.Core.Periods;

namespace Outturn.App.Collection.Templates;

/// <summary>Reads what was entered for one figure, in a row of a workbook or in a form: figure, forecast, commentary and notes.</summary>
/// <param name="cell">What was entered under a heading.</param>
/// <param name="refused">Takes what is wrong, by the heading it is under.</param>
/// <param name="warned">Takes what should be looked at, by the heading it is under.</param>
internal sealed class EntryReading(
    Func<string, SourceCell> cell, Action<string, string> refused, Action<string, string> warned, Register register, IndicatorHistory history, Period period)
{
    /// <summary>Longer than any commentary that a paper prints.</summary>
    private const int LongestText = 4_000;

    private static readonly Marker[] InsteadOfFigure = [Marker.NotAvailable, Marker.NotApplicable, Marker.Confidential, Marker.Low];

    private static readonly Marker[] BesideFigure = [Marker.Provisional, Marker.Revised];

    private int refusals;

    private readonly Definition definition = history.Indicator.Definition;

    public bool IsBlank => TemplateColumns.All.All(column => !column.IsEntry || cell(column.Heading).IsBlank);

    /// <summary>What was sent; anything wrong with it is among the errors.</summary>
    public Submission Read()
    {
        foreach (var column in TemplateColumns.All.Where(column => column.Use is ColumnUse.Words or ColumnUse.Internal && cell(column.Heading).Text.Length > LongestText))
        {
            Refuse(column.Heading, $"The text has {cell(column.Heading).Text.Length:N0} characters, and {LongestText:N0} at most are taken: shorten it.");
        }

        var observation = Observation();
        var known = history.Figures.FirstOrDefault(figure => figure.Period == period);
        if (known is { YtdGiven: { } ytd } && known.Observation != observation)
        {
            warned(TemplateColumns.Value,
                $"The figure changes, and the service's own year to date of {definition.Unit.PrintLevel(ytd, definition.Decimals)} stays, for which a template has no cell: see whether it still holds.");
        }

        return new Submission(period, observation)
        {
            Note = Text(TemplateColumns.Note),
            YtdGiven = known?.YtdGiven,
            PreviousGiven = known?.PreviousGiven,
            Forecast = Forecast(),
            Commentary = Commentary(),
            InternalNote = Text(TemplateColumns.InternalNote),
        };
    }

    private Observation Observation()
    {
        var before = refusals;
        var (value, beside) = Value();
        var counts = Counted();
        var marker = Marked(beside);
        if (refusals > before)
        {
            return default;
        }

        var (isFigure, word) = (value is not null || counts is not null, MarkerWords.Of(marker));
        if (isFigure && InsteadOfFigure.Contains(marker))
        {
            Refuse(TemplateColumns.Marker, $"The marker \"{word}\" means that there is no figure, and there {(counts is null ? "is a value" : "are a numerator and a denominator")}: keep one or the other.");
        }
        else if (!isFigure && BesideFigure.Contains(marker))
        {
            Refuse(TemplateColumns.Marker, $"The marker \"{word}\" belongs to a figure, and there is none: give it, or choose the marker that says why there is none.");
        }
        else if (!isFigure && marker == Marker.None)
        {
            Refuse(TemplateColumns.Value, "Something is said of a figure that is not there: give a value or both counts, choose the marker that says why there is none, or clear the row while it is awaited.");
        }

        WarnOfCounts(value, counts);
        return new Observation(value, counts, marker);
    }

    /// <summary>Counts beat a typed value; one that rounds differently is a slip in either (RULES 1).</summary>
    private void WarnOfCounts(decimal? value, Counts? counts)
    {
        if (value is { } typed && counts is { } given && given.Ratio(definition.Unit) is { } ratio
            && Unit.Round(typed, definition.Decimals) != Unit.Round(ratio, definition.Decimals))
        {
            string Print(decimal figure) => definition.Unit.Print(figure, definition.Decimals);
            warned(TemplateColumns.Value,
                $"{Unit.Tell(given.Numerator)} of {Unit.Tell(given.Denominator)} is {Print(ratio)}, not {Print(typed)}: the counts are used. Correct the one that is wrong, or leave the value blank.");
        }
    }

    private (decimal? Value, Marker Beside) Value()
    {
        var given = cell(TemplateColumns.Value);
        if (CellNumber.IsNumber(given, definition.Unit.Name))
        {
            return (Number(TemplateColumns.Value, definition.Unit.Name), Marker.None);
        }

        var read = ValueText.Parse(given.Text, definition.Unit.Name);
        if (read.Refusal is { } refusal)
        {
            Refuse(TemplateColumns.Value, refusal);
        }

        return (read.Value, read.Marker is { } written ? Markers.Read(written) ?? Marker.None : Marker.None);
    }

    private Marker Marked(Marker beside)
    {
        if (Text(TemplateColumns.Marker) is not { } written)
        {
            return beside;
        }

        if (MarkerWords.Read(written) is not { } marker)
        {
            Refuse(TemplateColumns.Marker, $"{Quoted.Text(written)} is no marker: choose {string.Join(", ", MarkerWords.All.SkipLast(1))} or {MarkerWords.All.Last()}, or clear the cell.");
            return beside;
        }

        if (beside != Marker.None && beside != marker)
        {
            Refuse(TemplateColumns.Marker, $"The value is marked \"{MarkerWords.Of(beside)}\" and this cell says \"{MarkerWords.Of(marker)}\": keep one of them.");
        }

        return marker;
    }

    private Counts? Counted()
    {
        var (top, bottom) = (Number(TemplateColumns.Numerator, Unit.Number), Number(TemplateColumns.Denominator, Unit.Number));
        var (isTop, isBottom) = (!cell(TemplateColumns.Numerator).IsBlank, !cell(TemplateColumns.Denominator).IsBlank);
        if (isTop != isBottom)
        {
            Refuse(isTop ? TemplateColumns.Denominator : TemplateColumns.Numerator, isTop
                ? "There is a numerator and no denominator: give both, or neither."
                : "There is a denominator and no numerator: give both, or neither.");
        }

        if (bottom is { } divisor && Counts.Refusal(divisor) is { } refusal)
        {
            Refuse(TemplateColumns.Denominator, $"{Quoted.Text(cell(TemplateColumns.Denominator).Text)} is {refusal}");
        }

        return top is { } numerator && bottom is { } denominator ? new Counts(numerator, denominator) : null;
    }

    private Forecast? Forecast()
    {
        var (value, reason) = (Number(TemplateColumns.Forecast, definition.Unit.Name), Text(TemplateColumns.ForecastReason));
        if (value is not null && reason is null)
        {
            Refuse(TemplateColumns.ForecastReason, "There is a forecast and no reason for it: say why the year is expected to end there.");
        }
        else if (reason is not null && cell(TemplateColumns.Forecast).IsBlank)
        {
            Refuse(TemplateColumns.Forecast, "There is a reason for a forecast and no forecast: give it, or clear the reason.");
        }

        return value is { } figure && reason is not null ? new Forecast(figure, reason) : null;
    }

    private Commentary? Commentary()
    {
        var said = new Commentary(
            period, Text(TemplateColumns.Context), Text(TemplateColumns.Cause), Text(TemplateColumns.Action), Owner(), Due(), Text(TemplateColumns.Recovery));
        return said == new Commentary(period, null, null, null, null, null, null) ? null : said;
    }

    /// <summary>A post by its title or its short name; one that stands in the store already may stay though it has gone.</summary>
    private string? Owner()
    {
        if (Text(TemplateColumns.Owner) is not { } written || register.Posts.Count == 0
            || history.Commentaries.Any(commentary => commentary.Period == period && commentary.Owner == written))
        {
            return Text(TemplateColumns.Owner);
        }

        bool Same(string name) => name.Equals(written, StringComparison.OrdinalIgnoreCase);
        if ((register.Posts.FirstOrDefault(post => post.Title == written) ?? register.Posts.FirstOrDefault(post => Same(post.Title) || Same(post.Id))) is { } post)
        {
            return post.Title;
        }

        Refuse(TemplateColumns.Owner, $"{Quoted.Text(written)} is not one of the council's posts: choose one from the list.");
        return null;
    }

    private DateOnly? Due()
    {
        var given = cell(TemplateColumns.Due);
        if (given.IsBlank || given.Date is not null)
        {
            return given.Date;
        }

        if (DateText.TryRead(given.Text.Trim(), out var day))
        {
            return day;
        }

        Refuse(TemplateColumns.Due, $"{Quoted.Text(given.Text)} is not a date: write it like 31/03/2020 (day first) or 2020-03-31.");
        return null;
    }

    private decimal? Number(string heading, string unit)
    {
        var read = CellNumber.Read(cell(heading), unit);
        if (read.Refusal is { } refusal)
        {
            Refuse(heading, refusal);
        }

        return read.Value;
    }

    private string? Text(string heading) => cell(heading).Text.Trim().ReplaceLineEndings("\n") is { Length: > 0 } text ? text : null;

    private void Refuse(string heading, string reason)
    {
        refusals++;
        refused(heading, reason);
    }
}
