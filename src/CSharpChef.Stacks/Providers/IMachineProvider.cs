namespace CSharpChef.Stacks;

/// <summary>Starts, stops and describes machines. Every act may be asked for again: it makes so what is not so yet.</summary>
internal interface IMachineProvider
{
    string Name { get; }

    /// <summary>Makes the machine if there is none of that id, and starts it if it does not run.</summary>
    Task<Machine> StartAsync(MachineOrder order, CancellationToken ct);

    Task StopAsync(string id, CancellationToken ct);

    Task RebootAsync(string id, CancellationToken ct);

    /// <summary>Ends the machine and removes its disk. A machine that is not there is no error.</summary>
    Task DestroyAsync(string id, CancellationToken ct);

    Task<Machine?> DescribeAsync(string id, CancellationToken ct);
}
