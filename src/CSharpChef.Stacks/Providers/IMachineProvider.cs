namespace CSharpChef.Stacks.Providers;

/// <summary>
/// Starts, stops and describes machines. Every act may be asked for again: it makes so what is not so yet.
/// </summary>
internal interface IMachineProvider
{
    string Name { get; }

    /// <summary>
    /// Makes the machine if there is none of that id, starts it if it does not run, and comes back when it lets people
    /// in.
    /// </summary>
    /// <exception cref="ProviderException">It cannot be made or does not come up.</exception>
    Task<Machine> StartAsync(MachineOrder order, CancellationToken ct);

    /// <summary>Comes back when it has stopped; its disk stays. A machine that is not there is no error.</summary>
    Task StopAsync(string id, CancellationToken ct);

    /// <exception cref="ProviderException">It does not run, or does not come back.</exception>
    Task RebootAsync(string id, CancellationToken ct);

    /// <summary>Ends the machine and removes its disk. A machine that is not there is no error.</summary>
    Task DestroyAsync(string id, CancellationToken ct);

    /// <summary>Null when there is none of that id.</summary>
    Task<Machine?> DescribeAsync(string id, CancellationToken ct);
}
