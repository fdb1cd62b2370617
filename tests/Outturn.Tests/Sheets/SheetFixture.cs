using System.Text;
using Outturn.App.Import;
using Outturn.App.Sheets;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;
using Outturn.Core.Ratings;
using Outturn.Tests.Import;

namespace Outturn.Tests.Sheets;

/// <summary>Writes a sheet to a file and reads it as a newcomer would.</summary>
public abstract class SheetFixture : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose()
    {
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    protected SheetResult Result(string csv, SheetOptions? options = null, string file = "scorecard.csv") =>
        SheetReader.Read(Tables(csv, file), options);

    protected SheetResult.Read Read(string csv, SheetOptions? options = null, string file = "scorecard.csv") =>
        Result(csv, options, file) switch
        {
            SheetResult.Read read => read,
            SheetResult.Refused refused => throw new Xunit.Sdk.XunitException("Refused: " + string.Join("\n", refused.Defects)),
            _ => throw new InvalidOperationException(),
        };

    protected IReadOnlyList<string> Refused(string csv, SheetOptions? options = null, string file = "scorecard.csv") =>
        [.. Assert.IsType<SheetResult.Refused>(Result(csv, options, file)).Defects.Select(defect => defect.ToString())];

    protected IReadOnlyList<SourceTable> TablesOf(byte[] bytes, string file) =>
        Assert.IsType<ReadResult.Read>(Sources.ReadAsItStands(folder.Write(file, bytes))).Tables;

    private IReadOnlyList<SourceTable> Tables(string csv, string file) => TablesOf(Encoding.UTF8.GetBytes(csv), file);

    protected static IndicatorHistory Of(SheetResult.Read read, string reference) =>
        read.Register.Indicators.Single(indicator => indicator.Indicator.Ref == reference);

    /// <summary>"Q1 2019/20 81.5; Q2 2019/20 79".</summary>
    protected static string Figures(IndicatorHistory indicator) =>
        string.Join("; ", indicator.Figures.Where(figure => figure.Observation.IsPresent)
            .Select(figure => $"{figure.Period} {figure.Observation.Value(indicator.Indicator.Definition.Unit):0.####}"));

    protected static RatedPeriod Rated(IndicatorHistory indicator, string period)
    {
        Assert.True(PeriodText.TryRead(period, indicator.Indicator.Definition.Frequency, out var read, out var refusal), refusal);
        return indicator.SeriesTo(read).Rate(read)!;
    }

    protected static string Reading(SheetResult.Read read, string letter) => read.Readings.First(column => column.Letter == letter).Reading;
}
