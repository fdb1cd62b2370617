using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Outturn.App.Stores;

/// <summary>Names and types that hold for every table: snake_case, and text that both engines order by its bytes.</summary>
internal static class Conventions
{
    public static void Apply(ModelBuilder model, bool isPostgres)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
            {
                property.SetColumnName(SnakeCase(property.Name));
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
