namespace Outturn.App.Reference;

/// <summary>Dates as catalogues of statistics write them.</summary>
internal static class CatalogueDate
{
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    /// <summary>2026-05-06, 27/11/2025, or the serial number of a spreadsheet (45809); null for anything else, such as "New data".</summary>
    public static DateOnly? Read(string? text) =>
        DateOnly.TryParseExact(text?.Trim(), ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"], out var day) ? day
        : int.TryParse(text, out var serial) && serial is > 30_000 and < 80_000 ? DayZero.AddDays(serial)
        : null;
}
