using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Outturn.App.Stores;

/// <summary>Names and types that hold for every table: snake_case, and text that both engines order by its bytes.</summary>
internal static class Conventions
{
    /// <summary>SQLite gives 10 back as 10.0, and PostgreSQL as it was written: both are 10.</summary>
    private static readonly ValueConverter<decimal, decimal> Exact = new(number => number, number => number / 1.000000000000000000000000000m);

    public static void Apply(ModelBuilder model, bool isPostgres)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
                if ((Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) == typeof(decimal))
                {
                    property.SetValueConverter(Exact);
                }

                if (isPostgres && property.ClrType == typeof(string))
                {
                    property.SetCollation("C");
                }
            }

            // Facts are found by their keys; an index for each link would be written a thousand times for every time it is read.
            foreach (var index in entity.GetIndexes().ToList())
            {
                ((IMutableEntityType)entity).RemoveIndex(index.Properties);
            }
        }
    }

    /// <summary>WhyWords → why_words.</summary>
    public static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
