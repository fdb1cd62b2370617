using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Outturn.App.Stores;

/// <summary>One row as canonical JSON: numbers without zeros behind them, days and instants in ISO 8601, bytes in base 64.</summary>
internal sealed class CanonicalLine : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(512);
    private readonly Utf8JsonWriter json;
    private readonly byte[] digits = new byte[DecimalText.Longest];

    public CanonicalLine() => json = new Utf8JsonWriter(buffer, FactTable.LineLayout);

    /// <summary>The line, a line feed behind it.</summary>
    public ReadOnlySpan<byte> Bytes => buffer.WrittenSpan;

    public ReadOnlyMemory<byte> Memory => buffer.WrittenMemory;

    public void Begin(string table)
    {
        buffer.ResetWrittenCount();
        json.Reset();
        json.WriteStartArray();
        json.WriteStringValue(table);
    }

    /// <summary>A value whose type is known, without an object for each number.</summary>
    public void Add<T>(T value)
    {
        if (value is null)
        {
            json.WriteNullValue();
        }
        else if (typeof(T) == typeof(decimal?))
        {
            Add(Unsafe.As<T, decimal?>(ref value).GetValueOrDefault());
        }
        else if (typeof(T) == typeof(int) || (typeof(T).IsEnum && Unsafe.SizeOf<T>() == sizeof(int)))
        {
            json.WriteNumberValue(Unsafe.As<T, int>(ref value));
        }
        else if (typeof(T) == typeof(long))
        {
            json.WriteNumberValue(Unsafe.As<T, long>(ref value));
        }
        else if (typeof(T) == typeof(bool))
        {
            json.WriteBooleanValue(Unsafe.As<T, bool>(ref value));
        }
        else
        {
            AddObject(value);
        }
    }

    public void AddObject(object? value)
    {
        switch (value)
        {
            case null:
                json.WriteNullValue();
                break;
            case string text:
                json.WriteStringValue(text);
                break;
            case bool yes:
                json.WriteBooleanValue(yes);
                break;
            case int number:
                json.WriteNumberValue(number);
                break;
            case long number:
                json.WriteNumberValue(number);
                break;
            case decimal number:
                Add(number);
                break;
            case DateOnly day:
                json.WriteStringValue(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            case DateTime instant:
                json.WriteStringValue(FactTable.Text(instant));
                break;
            case byte[] bytes:
                json.WriteBase64StringValue(bytes);
                break;
            case Enum word:
                json.WriteNumberValue(Convert.ToInt32(word, CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException($"No canonical form for {value.GetType().Name}.");
        }
    }

    public void End()
    {
        json.WriteEndArray();
        json.Flush();
        buffer.Write("\n"u8);
    }

    public void Dispose() => json.Dispose();

    private void Add(decimal number) => json.WriteRawValue(digits.AsSpan(0, DecimalText.Write(number, digits)), skipInputValidation: true);
}
