using System.Collections;
using System.Reflection;
using Outturn.Core.Dashboards;

namespace Outturn.Tests.Registers;

/// <summary>Compares two registers part by part, down to each text and figure, and names the first that differs.</summary>
internal static class SameRegister
{
    public static void Assert(Register expected, Register actual) => Xunit.Assert.Null(Difference(expected, actual));

    /// <summary>"register.Indicators[3].Figures[7].Note: "a" and "b"", or null where there is none.</summary>
    public static string? Difference(Register expected, Register actual) => Difference("register", expected, actual);

    private static string? Difference(string path, object? expected, object? actual)
    {
        if (expected is null || actual is null || expected.GetType() != actual.GetType())
        {
            return expected is IEnumerable and not string && actual is IEnumerable and not string ? OfLists(path, (IEnumerable)expected, (IEnumerable)actual)
                : expected is null && actual is null ? null
                : Say(path, expected, actual);
        }

        return expected switch
        {
            string or ValueType when expected.GetType().Namespace?.StartsWith("Outturn", StringComparison.Ordinal) != true || expected is Enum =>
                expected.Equals(actual) ? null : Say(path, expected, actual),
            IEnumerable list => OfLists(path, list, (IEnumerable)actual),
            _ => expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.GetIndexParameters().Length == 0 && IsStored(property))
                .Select(property => Difference($"{path}.{property.Name}", property.GetValue(expected), property.GetValue(actual)))
                .FirstOrDefault(difference => difference is not null),
        };
    }

    private static string? OfLists(string path, IEnumerable expected, IEnumerable actual)
    {
        object?[] left = [.. expected];
        object?[] right = [.. actual];
        return left.Zip(right).Select((pair, i) => Difference($"{path}[{i}]", pair.First, pair.Second)).FirstOrDefault(difference => difference is not null)
            ?? (left.Length == right.Length ? null : $"{path}: {left.Length} and {right.Length} of them");
    }

    /// <summary>What a period or a unit works out of itself is not compared: some of it has no end.</summary>
    private static bool IsStored(PropertyInfo property) =>
        property.DeclaringType!.Namespace == "System.Collections.Generic"
        || property.DeclaringType == typeof(Core.Observations.Observation)
        || property.Name == "All"
        || Array.Exists(property.DeclaringType.GetFields(BindingFlags.NonPublic | BindingFlags.Instance), field => field.Name == $"<{property.Name}>k__BackingField");

    private static string Say(string path, object? expected, object? actual) => $"{path}: {Quote(expected)} and {Quote(actual)}";

    private static string Quote(object? value) => value is string text ? System.Text.Json.JsonSerializer.Serialize(text) : value?.ToString() ?? "nothing";
}
