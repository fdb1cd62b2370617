using System.CommandLine;

namespace Outturn.Cli.Neighbours;

/// <summary>outturn neighbours: whom a council is compared with, and where it stands among them.</summary>
internal static class NeighboursCommand
{
    public static Command Create() => new("neighbours", "Similar councils: sets, where a council stands among them, the computed model, own groups.")
    {
        NeighboursSets.List(),
        NeighboursSets.Show(),
        NeighboursStanding.Create(),
        NeighboursModel.Create(),
        NeighboursGroups.Group(),
        NeighboursGroups.Ungroup(),
        NeighboursGroups.Import(),
    };
}
