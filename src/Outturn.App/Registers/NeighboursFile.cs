using Outturn.App.Import;
using Outturn.Core.Neighbours;

namespace Outturn.App.Registers;

/// <summary>neighbours.csv: the groups of similar councils that the council has chosen itself.</summary>
internal static class NeighboursFile
{
    public static readonly TableShape Shape = new("neighbours.csv", "a council in a group that this council has chosen to be compared with", false,
    [
        new("group", "The group's name.", true),
        new("date", "The day of the choice; needed in the group's first row, and in the others blank or the same."),
        new("reason", "Why these councils; needed in the group's first row, and in the others blank or the same."),
        new("source", "Where the choice stands, in the group's first row; in the others blank or the same."),
        new("place", "1 for the most similar; blank in all rows of a group where they stand in that order."),
        new("member", "The code of the council's area (E10000014).", true),
        new("council", "Its name, for whoever reads the file; nothing is read from it."),
    ]);

    /// <param name="own">The council's own code; null where it could not be read.</param>
    public static IReadOnlyList<OwnGroup> Read(FolderFiles files, string? own, SourceRows rows, List<Defect> defects) =>
        files.Open(Shape, defects, out _) is { } table ? Read(table, own ?? "", rows) : [];

    /// <summary>The groups of a table by name; what is wrong with it is added to its defects, row by row.</summary>
    public static IReadOnlyList<OwnGroup> Read(CouncilTable table, string own, SourceRows rows)
    {
        var begun = new Dictionary<string, Begun>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in table.Rows)
        {
            var isNamed = row.TryNeed("group", out var name) & row.TryNeed("member", out var member);
            var (date, place) = (row.Date("date"), row.Whole("place", OwnGroup.MostMembers, 0));
            if (name.Length > OwnGroup.LongestName)
            {
                row.Error("group", $"The name of a group has at most {OwnGroup.LongestName} characters.");
                continue;
            }

            if (name.Length > 0 && !begun.ContainsKey(name))
            {
                _ = row.TryNeed("date", out _) & row.TryNeed("reason", out var reason);
                begun.Add(name, new Begun(name, row.Number, date, reason, row.Optional("source"), place > 0));
            }

            if (isNamed)
            {
                begun[name].Take(row, date, place, member, own);
            }
        }

        List<OwnGroup> groups = [];
        foreach (var one in begun.Values.OrderBy(one => one.Name, StringComparer.Ordinal))
        {
            var group = new OwnGroup(one.Name, one.Date ?? default, one.Reason, one.Source, one.InOrder);
            groups.Add(group);
            rows.Add(group, one.Row);
        }

        return groups;
    }

    /// <summary>A group whose rows are still being read.</summary>
    private sealed class Begun(string name, int row, DateOnly? date, string reason, string? source, bool hasPlaces)
    {
        private readonly List<(int Place, string Code, int Row)> members = [];

        public string Name => name;

        public int Row => row;

        public DateOnly? Date => date;

        public string Reason => reason;

        public string? Source => source;

        public IReadOnlyList<string> InOrder => [.. (hasPlaces ? members.OrderBy(member => member.Place) : members.AsEnumerable()).Select(member => member.Code)];

        public void Take(TableRow from, DateOnly? dateThere, int place, string code, string own)
        {
            Same(from, "date", dateThere is null || dateThere == date);
            Same(from, "reason", from.Optional("reason") is not { } why || why == reason);
            Same(from, "source", from.Optional("source") is not { } where || where == source);
            if (place > 0 != hasPlaces)
            {
                from.Error("place", $"Give every council of {Quoted.Text(name)} its place, from 1, or none of them: then they are taken in the order of their rows.");
            }
            else if (hasPlaces && members.Find(member => member.Place == place) is { Row: > 0 } there)
            {
                from.Error("place", $"Place {place} of {Quoted.Text(name)} is taken in row {there.Row} already.");
            }

            if (OwnGroup.Refusal(code, own) is { } refusal)
            {
                from.Error("member", refusal);
            }
            else if (members.Find(member => member.Code == code) is { Row: > 0 } twice)
            {
                from.Error("member", $"{code} stands in {Quoted.Text(name)} in row {twice.Row} already: keep one of the two rows.");
            }
            else if (members.Count == OwnGroup.MostMembers)
            {
                from.Error("member", $"A group has at most {OwnGroup.MostMembers} councils.");
            }
            else
            {
                members.Add((place, code, from.Number));
            }
        }

        private void Same(TableRow from, string column, bool isSame)
        {
            if (!isSame)
            {
                from.Error(column, $"Row {row} says something else of {Quoted.Text(name)}: say the same here, or leave this cell blank.");
            }
        }
    }
}
