using System.Collections.Frozen;
using System.Data.Common;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>A table in its canonical form, the same for both engines: what the audit chain and backups are made over.</summary>
/// <remarks>A row is one line of JSON: the table's name, then its columns, those of the key first and the others by name.</remarks>
internal sealed class FactTable
{
    private static readonly JsonWriterOptions Layout = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly ConditionalWeakTable<IModel, FrozenDictionary<Type, FactTable>> Known = [];

    private readonly IProperty[] columns;
    private readonly Action<CanonicalLine, object>[] writers;

    private FactTable(IEntityType entity, Func<string, bool> has)
    {
        Entity = entity;
        Name = entity.GetTableName()!;
        var key = entity.FindPrimaryKey()!.Properties;
        columns = [.. key, .. entity.GetProperties().Except(key).Where(property => has(property.GetColumnName())).OrderBy(property => property.GetColumnName(), StringComparer.Ordinal)];
        writers = [.. columns.Select(WriterOf)];
        Columns = [.. columns.Select(column => column.GetColumnName())];
        Key = [.. key.Select(column => column.GetColumnName())];
        IsFact = typeof(Fact).IsAssignableFrom(entity.ClrType);
    }

    public IEntityType Entity { get; }

    public string Name { get; }

    public IReadOnlyList<string> Columns { get; }

    public IReadOnlyList<string> Key { get; }

    public bool IsFact { get; }

    public IReadOnlyList<IProperty> Properties => columns;

    /// <summary>Every table of the model, by name.</summary>
    public static IReadOnlyList<FactTable> All(IModel model) =>
        [.. model.GetEntityTypes().Select(entity => new FactTable(entity, _ => true)).OrderBy(table => table.Name, StringComparer.Ordinal)];

    /// <summary>The table as it was when it had fewer columns.</summary>
    public FactTable With(IReadOnlyCollection<string> columns) => new(Entity, columns.Contains);

    /// <summary>Made once for a model.</summary>
    public static FrozenDictionary<Type, FactTable> ByType(IModel model) =>
        Known.GetValue(model, made => All(made).ToFrozenDictionary(table => table.Entity.ClrType));

    /// <summary>Writes a row from the object that holds it.</summary>
    public void Write(CanonicalLine line, object row)
    {
        line.Begin(Name);
        foreach (var column in writers)
        {
            column(line, row);
        }

        line.End();
    }

    /// <summary>Writes the row at which a reader of <see cref="Columns"/> stands.</summary>
    public void Write(CanonicalLine line, DbDataReader reader)
    {
        line.Begin(Name);
        for (var i = 0; i < columns.Length; i++)
        {
            line.AddObject(reader.IsDBNull(i) ? null : Value(reader, i, columns[i].ClrType));
        }

        line.End();
    }

    /// <summary>The key of another version of a fact.</summary>
    public IEnumerable<object?> KeyOf(Fact fact, int version) =>
        columns.Take(Key.Count).Select(column => column.Name == nameof(Fact.Version) ? version : column.GetGetter().GetClrValue(fact));

    /// <summary>The columns of every row, in canonical order.</summary>
    public string Select(string? orderFirst = null) =>
        $"SELECT {string.Join(", ", Columns)} FROM {Name} ORDER BY {string.Join(", ", orderFirst is null ? Key : [orderFirst, .. Key])}";

    /// <summary>Writes a column's value without making an object of it.</summary>
    private static Action<CanonicalLine, object> WriterOf(IProperty column) => (Action<CanonicalLine, object>)typeof(FactTable)
        .GetMethod(nameof(Writer), BindingFlags.NonPublic | BindingFlags.Static)!
        .MakeGenericMethod(column.DeclaringType.ClrType, column.ClrType)
        .Invoke(null, [column.PropertyInfo!.GetMethod!])!;

    private static Action<CanonicalLine, object> Writer<TRow, TValue>(MethodInfo getter)
    {
        var get = getter.CreateDelegate<Func<TRow, TValue>>();
        return (line, row) => line.Add(get((TRow)row));
    }

    private static object Value(DbDataReader reader, int i, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum || type == typeof(int) ? reader.GetInt32(i)
            : type == typeof(string) ? reader.GetString(i)
            : type == typeof(decimal) ? reader.GetDecimal(i)
            : type == typeof(long) ? reader.GetInt64(i)
            : type == typeof(bool) ? reader.GetBoolean(i)
            : type == typeof(DateOnly) ? reader.GetFieldValue<DateOnly>(i)
            : type == typeof(DateTime) ? reader.GetDateTime(i)
            : type == typeof(byte[]) ? reader.GetFieldValue<byte[]>(i)
            : throw new NotSupportedException($"No canonical form for {type.Name}.");
    }

    public static JsonWriterOptions LineLayout => Layout;

    public static string Text(DateTime instant) => DateTime.SpecifyKind(instant, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
