using Microsoft.EntityFrameworkCore;
using Outturn.App.Stores;

namespace Outturn.App.Audit;

/// <summary>Texts that facts name by their digest and that are not there.</summary>
internal static class MissingWords
{
    public static async Task<IReadOnlyList<string>> FindAsync(CouncilDb db, CancellationToken cancel)
    {
        List<string> missing = [];
        foreach (var table in FactTable.All(db.Model))
        {
            foreach (var column in table.Columns.Where(column => column.EndsWith("_words", StringComparison.Ordinal)))
            {
                await using var command = db.Database.GetDbConnection().CreateCommand();
                command.CommandText = $"SELECT DISTINCT t.{column} FROM {table.Name} t WHERE t.{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM wording w WHERE w.digest = t.{column}) ORDER BY 1";
                await using var reader = await command.ExecuteReaderAsync(cancel);
                while (await reader.ReadAsync(cancel))
                {
                    missing.Add(reader.GetString(0));
                }
            }
        }

        return missing;
    }
}
