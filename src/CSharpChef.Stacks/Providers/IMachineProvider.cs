namespace CSharpChef.Stacks.Providers;

/// <summary>
/// Starts, stops and describes machines. Every method may be called again: it does only what is left to do.
/// </summary>
internal interface IMachineProvider
{
    string Name { get; }

    /// <summary>
    /// Creates the machine if the id is new, starts it if it is stopped, and returns when users can log in.
    /// </summary>
    /// <exception cref="ProviderException">The machine cannot be created or does not boot.</exception>
    Task<Machine> StartAsync(MachineOrder order, CancellationToken ct);

    /// <summary>Stops the machine and keeps its disk. An unknown machine is not an error.</summary>
    Task StopAsync(string id, CancellationToken ct);

    /// <exception cref="ProviderException">The machine is stopped, or does not boot again.</exception>
    Task RebootAsync(string id, CancellationToken ct);

    /// <summary>Stops the machine and removes its disk. An unknown machine is not an error.</summary>
    Task DestroyAsync(string id, CancellationToken ct);

    /// <summary>Describes the machine; null when the id is unknown.</summary>
    Task<Machine?> DescribeAsync(string id, CancellationToken ct);
}
