using CsvHelper;

namespace Outturn.Bench.Rate;

/// <summary>The least that any CSV-to-CSV program on this library does: read every cell, write it again.</summary>
internal static class CsvFloor
{
    public static void Copy(string from, string to)
    {
        using var reader = CsvReader.Create(File.OpenRead(from), new CsvReaderOptions { HasHeader = false });
        using var writer = CsvWriter.Create(File.Create(to));
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                writer.WriteField(reader.GetSpan(i));
            }

            writer.EndRecord();
        }
    }
}
