using System.Globalization;
using System.Text.Json;
using Outturn.App.Stores;

namespace Outturn.App.Backups;

/// <summary>Reads canonical lines back into the values of a table's columns.</summary>
internal sealed class LineReader(FactTable table)
{
    private readonly Type[] types = [.. table.Properties.Select(property => Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType)];

    /// <exception cref="InvalidDataException">The line is not one of the table.</exception>
    public void Read(ReadOnlySpan<byte> line, object?[] values)
    {
        var json = new Utf8JsonReader(line);
        try
        {
            if (!json.Read() || json.TokenType != JsonTokenType.StartArray || !json.Read() || json.GetString() != table.Name)
            {
                throw new InvalidDataException($"a line of {table.Name} is none");
            }

            for (var i = 0; i < types.Length; i++)
            {
                json.Read();
                values[i] = json.TokenType == JsonTokenType.Null ? null : Value(ref json, types[i]);
            }

            if (!json.Read() || json.TokenType != JsonTokenType.EndArray)
            {
                throw new InvalidDataException($"a line of {table.Name} has other columns");
            }
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new InvalidDataException($"a line of {table.Name} cannot be read ({e.Message})");
        }
    }

    private static object Value(ref Utf8JsonReader json, Type type) =>
        type.IsEnum || type == typeof(int) ? json.GetInt32()
        : type == typeof(string) ? json.GetString()!
        : type == typeof(decimal) ? json.GetDecimal()
        : type == typeof(long) ? json.GetInt64()
        : type == typeof(bool) ? json.GetBoolean()
        : type == typeof(DateOnly) ? DateOnly.ParseExact(json.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
        : type == typeof(DateTime) ? DateTime.Parse(json.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal)
        : json.GetBytesFromBase64();
}
