namespace CSharpChef.Stacks.Fleet;

/// <summary>Wakes the work on its instance or stack on the server that has the activation.</summary>
[GrainType("work")]
internal sealed class WorkGrain(FleetSlot fleet) : Grain, IWorkGrain
{
    public Task WakeAsync(string kind)
    {
        fleet.Host?.Drivers.Wake(new(kind, this.GetPrimaryKeyString()));
        return Task.CompletedTask;
    }
}
