namespace CSharpChef.Stacks.Fleet;

/// <summary>Holds the fleet of this server for its grains: the silo starts before it.</summary>
internal sealed class FleetSlot
{
    public FleetHost? Host { get; set; }
}
