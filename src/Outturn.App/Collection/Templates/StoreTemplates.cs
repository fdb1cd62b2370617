using Outturn.App.Registers;
using Outturn.App.Stores;
using Outturn.Core.Collection;
using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Collection.Templates;

/// <summary>What came of making a service's workbook.</summary>
public abstract record StoreTemplateResult
{
    private StoreTemplateResult()
    {
    }

    /// <param name="Due">How many figures the service is asked for.</param>
    public sealed record Made(Service Service, int Due, byte[] Workbook) : StoreTemplateResult;

    public sealed record Refused(string Reason) : StoreTemplateResult;
}

/// <summary>The workbooks that services fill in, made from a store: what is due of each in a period, with what is known.</summary>
public static class StoreTemplates
{
    /// <param name="service">Name of the service; null for every one that owes a figure.</param>
    public static Task<IReadOnlyList<StoreTemplateResult>> MakeAsync(Store store, Period period, string? service, CancellationToken cancel) => store.ReadAsync<IReadOnlyList<StoreTemplateResult>>(
        async db =>
        {
            var (upTo, today) = (await db.EntryAsync(null, cancel), UkTime.DayOf(store.Now()));
            if (await StoredRegister.ReadAsync(db, upTo, today, cancel) is not { } register)
            {
                return [new StoreTemplateResult.Refused(CouncilSource.NoCouncil)];
            }

            if (service is not null && register.Services.All(known => !IsNamed(known, service)))
            {
                return [new StoreTemplateResult.Refused($"There is no service \"{service}\".{Nearest.Ask(service, register.Services.Select(known => known.Name))}")];
            }

            var due = DueList.Of(register, period).Figures.Where(figure => service is null || IsNamed(figure.Indicator.Service, service)).GroupBy(figure => figure.Indicator.Service).OrderBy(group => group.Key.Order).ToList();
            if (due.Count == 0)
            {
                return [new StoreTemplateResult.Refused($"Nothing is due {(service is null ? "" : $"of {service} ")}in {period}: no indicator has a period that ends in it.")];
            }

            var forecasts = await TypedFigure.ForecastsAsync(db, [.. due.SelectMany(group => group).Select(figure => (figure.Indicator.Ref, figure.Period))], cancel);
            var id = db.Identity.Single().Id;
            return [.. due.Select(group => Make(register, new TemplateStamp(id, upTo, today, period, group.Key.Name), [.. group], forecasts))];
        },
        cancel);

    private static StoreTemplateResult.Made Make(Register register, TemplateStamp stamp, IReadOnlyList<DueFigure> due, IReadOnlyDictionary<(string, Period), Forecast> forecasts)
    {
        using var stream = new MemoryStream();
        var inOrder = due.OrderBy(figure => register.Indicators.ToList().FindIndex(history => history.Indicator == figure.Indicator)).ThenBy(figure => figure.Period).Select(figure => (figure.Indicator, figure.Period));
        TemplateWorkbook.Write(stream, TemplateContent.Of(register, stamp, inOrder, forecasts));
        return new StoreTemplateResult.Made(due[0].Indicator.Service, due.Count, stream.ToArray());
    }

    private static bool IsNamed(Service service, string name) => service.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase);
}
