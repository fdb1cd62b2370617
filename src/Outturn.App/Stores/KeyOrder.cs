using System.Globalization;
using System.Text;
using Outturn.App.Stores.Facts;

namespace Outturn.App.Stores;

/// <summary>The order in which both engines give the rows of a table by its key: text by its bytes in UTF-8, everything else as one expects.</summary>
internal static class KeyOrder
{
    public static IComparer<(Fact Fact, FactTable Table)> Comparer { get; } = Comparer<(Fact Fact, FactTable Table)>.Create(Compare);

    /// <summary>UTF-8 orders by code point, UTF-16 does not beyond U+D7FF.</summary>
    public static int Compare(string left, string right)
    {
        var common = Math.Min(left.Length, right.Length);
        for (var i = 0; i < common; i++)
        {
            if (left[i] != right[i])
            {
                return left[i] >= 0xD800 || right[i] >= 0xD800
                    ? Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right))
                    : left[i].CompareTo(right[i]);
            }
        }

        return left.Length.CompareTo(right.Length);
    }

    private static int Compare((Fact Fact, FactTable Table) left, (Fact Fact, FactTable Table) right)
    {
        for (var i = 0; i < left.Table.Key.Count; i++)
        {
            var getter = left.Table.Properties[i].GetGetter();
            var (one, other) = (getter.GetClrValue(left.Fact), getter.GetClrValue(right.Fact));
            var order = one is string text ? Compare(text, (string)other!)
                : one is Enum ? Convert.ToInt32(one, CultureInfo.InvariantCulture).CompareTo(Convert.ToInt32(other, CultureInfo.InvariantCulture))
                : System.Collections.Comparer.DefaultInvariant.Compare(one, other);
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }
}
