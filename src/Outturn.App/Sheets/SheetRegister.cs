using Outturn.Core.Dashboards;
using Outturn.Core.Indicators;
using Outturn.Core.Periods;

namespace Outturn.App.Sheets;

/// <summary>Makes a register of the indicators that a sheet's rows hold.</summary>
internal sealed class SheetRegister(
    IReadOnlyList<IndicatorDraft> drafts, SheetOptions options, Notes notes, List<Defect> defects, List<Defect> warnings)
{
    /// <param name="titled">The council that the sheet's title names, or null.</param>
    public SheetResult Make(string file, string? titled, IReadOnlyList<ColumnReading> columns, List<string> said)
    {
        GiveRefs();
        var services = Services();
        var readings = drafts.Select(draft => (Draft: draft, Reading: new IndicatorReading(draft, options, notes, defects, warnings))).ToList();
        foreach (var (_, reading) in readings)
        {
            reading.TellFrequency();
        }

        var last = LastPeriods(readings);
        var indicators = readings.Select(read => read.Reading.Read(
            services[read.Draft.Service],
            table => last.TryGetValue((table, read.Reading.Frequency), out var period) ? period : null)).ToList();
        if (defects.Count > 0)
        {
            return new SheetResult.Refused([.. defects.Distinct()]);
        }

        var name = options.Council ?? titled ?? Path.GetFileNameWithoutExtension(file);
        if (options.Council is null)
        {
            said.Insert(0, $"The council is called \"{name}\", after the {(titled is null ? "file" : "sheet's title")}: say --council NAME for another.");
        }

        var register = new Register(new Council(name, name) { Tolerance = options.Tolerance }, [], [.. services.Values], [], [], indicators, new Dictionary<string, string>());
        return new SheetResult.Read(register, columns, [.. said, .. notes.Sentences([.. drafts.Select(draft => draft.Ref!)]), .. GivenRatings.Compare(indicators.Zip(readings, (indicator, read) => (indicator, read.Reading.Given)))], warnings)
        {
            LastPeriod = last.Count > 0 ? last.Values.Max() : null,
            Cells = options.Known is null ? [] : [.. readings.SelectMany(read => TakenCell.Of(read.Draft, read.Reading.Frequency))],
        };
    }

    /// <summary>The last period with a figure, for each table and frequency; for a frequency without figures of its own the table's.</summary>
    private static Dictionary<(int Table, Frequency Frequency), Period> LastPeriods(IEnumerable<(IndicatorDraft Draft, IndicatorReading Reading)> readings)
    {
        var last = new Dictionary<(int, Frequency), Period>();
        foreach (var (draft, reading) in readings)
        {
            foreach (var table in draft.Rows.Select(row => row.Table).Append(-1).Distinct())
            {
                foreach (var period in reading.FigurePeriods)
                {
                    var key = (table, reading.Frequency);
                    last[key] = last.TryGetValue(key, out var before) && before > period ? before : period;
                }
            }
        }

        return last;
    }

    private Dictionary<string, Service> Services()
    {
        var services = new Dictionary<string, Service>();
        foreach (var draft in drafts)
        {
            if (!services.ContainsKey(draft.Service))
            {
                services.Add(draft.Service, new Service(draft.Service, services.Count + 1) { Directorate = draft.Text(Role.Directorate)?.Text });
            }

            if (draft.Service == SheetReader.NoService)
            {
                notes.Add($"No service is given: \"{SheetReader.NoService}\".", draft.Ref);
            }
        }

        return services;
    }

    /// <summary>An indicator without a ref gets one: the initials of its service and a number.</summary>
    private void GiveRefs()
    {
        var taken = drafts.Select(draft => draft.Ref).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var draft in drafts.Where(draft => draft.Ref is null))
        {
            var initials = Initials(draft.Service);
            var number = Enumerable.Range(1, int.MaxValue - 1).First(i => !taken.Contains($"{initials}{i:D2}"));
            draft.Ref = $"{initials}{number:D2}";
            taken.Add(draft.Ref);
            notes.Add("No ref is given: made from the service's initials and a number.", draft.Ref);
        }
    }

    private static string Initials(string service)
    {
        var words = WrittenPeriod.Words(service).Split(' ').Where(word => word is not ("and" or "of" or "the" or "for")).ToList();
        var initials = words is [var only] ? only[..Math.Min(only.Length, only.Length <= 4 ? 4 : 2)] : string.Concat(words.Where(word => char.IsLetter(word[0])).Take(4).Select(word => word[0]));
        return initials.Length > 0 ? initials.ToUpperInvariant() : "I";
    }
}
