using Outturn.App.Import;

namespace Outturn.App.Reference;

/// <summary>The rows of a small file under the roles that its profile gives its columns.</summary>
internal sealed class ProfiledRows
{
    private ProfiledRows(IReadOnlyList<SourceRow> rows, IReadOnlyDictionary<string, int[]> places, int width) => (Rows, Places, Width) = (rows, places, width);

    public IReadOnlyList<SourceRow> Rows { get; }

    public IReadOnlyDictionary<string, int[]> Places { get; }

    /// <summary>How many columns the header has.</summary>
    public int Width { get; }

    public static ProfiledRows? Read(OpenedFile file, Profile profile, out string refusal)
    {
        refusal = "";
        switch (file.IsWorkbook ? Sources.ReadUnlinked(file.Path) is ReadResult.Refused linked ? linked : Sources.Read(file.Path, [.. profile.Columns.Values.SelectMany(name => name.Split('|'))]) : CsvSource.Read(file.Path))
        {
            case ReadResult.Read { Tables: [var table, ..] } when profile.Places([.. table.Header.Select(column => column.Name)]) is { } places:
                return new ProfiledRows(table.Rows, places, table.Header.Count);
            case ReadResult.Refused refused:
                refusal = string.Join(" ", refused.Defects.Take(3));
                return null;
            default:
                refusal = $"The columns of profile {profile.Name} are not there.";
                return null;
        }
    }

    public static string? Text(SourceRow row, IReadOnlyDictionary<string, int[]> places, string role) =>
        places.TryGetValue(role, out var at) && row[at[0]].Text.Trim() is { Length: > 0 } text ? text : null;

    public string? this[SourceRow row, string role] => Text(row, Places, role);
}
