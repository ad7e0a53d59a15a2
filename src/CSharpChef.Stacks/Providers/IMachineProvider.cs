namespace CSharpChef.Stacks.Providers;

/// <summary>
/// Makes, starts, stops and describes machines. No method waits until a machine has booted or stopped:
/// <see cref="DescribeAsync"/> sees it later. Every method may be called again, and then does only what is left to do.
/// </summary>
internal interface IMachineProvider
{
    /// <summary>The name with which stacks choose this provider, such as <c>local</c>.</summary>
    string Name { get; }

    /// <summary>Returns why this provider cannot run such a machine, and what to do; null when it can.</summary>
    Task<string?> ValidateAsync(MachineOrder order, CancellationToken ct);

    /// <summary>
    /// Makes the machine of an order and begins to boot it. An order with the same token gets the same machine,
    /// whatever its state; a launch that was interrupted is completed. After any exception the machine may exist:
    /// <see cref="FindAsync"/> tells.
    /// </summary>
    /// <exception cref="ProviderException">The machine cannot be made.</exception>
    Task<Machine> LaunchAsync(MachineOrder order, CancellationToken ct);

    /// <summary>
    /// Finds the machine of a launch whose outcome is not known, also of one that was interrupted; null when nothing
    /// was made.
    /// </summary>
    Task<Machine?> FindAsync(string token, CancellationToken ct);

    /// <summary>Describes a machine; null when it does not exist.</summary>
    Task<Machine?> DescribeAsync(string machineId, CancellationToken ct);

    /// <summary>Describes several machines at once, without those that do not exist.</summary>
    async Task<IReadOnlyList<Machine>> DescribeAllAsync(IEnumerable<string> machineIds, CancellationToken ct) =>
        [.. (await Task.WhenAll(machineIds.Select(id => DescribeAsync(id, ct)))).OfType<Machine>()];

    /// <summary>Begins to boot a stopped machine that kept its disk.</summary>
    /// <exception cref="ProviderException">The machine does not exist, or is still stopping.</exception>
    Task StartAsync(string machineId, CancellationToken ct);

    /// <summary>Begins to reboot a running machine; its boot id changes when it has.</summary>
    /// <exception cref="ProviderException">The machine does not exist or does not run.</exception>
    Task RebootAsync(string machineId, CancellationToken ct);

    /// <summary>
    /// Begins to shut a machine down, and keeps its disk. Call it again until the machine is described as stopped: a
    /// machine may miss the first request while it boots, and is cut off when it takes too long. A machine that does
    /// not exist is not an error.
    /// </summary>
    /// <param name="machineId">The id of the machine.</param>
    /// <param name="force">True to cut the machine off at once, as a power loss would.</param>
    /// <param name="ct">Cancels the call, but not a stop that has begun.</param>
    Task StopAsync(string machineId, bool force, CancellationToken ct);

    /// <summary>
    /// Removes a machine with its disk, running or not. Call it again until the machine is not described any more. A
    /// machine that does not exist is not an error.
    /// </summary>
    Task TerminateAsync(string machineId, CancellationToken ct);

    /// <summary>Returns the end of what the machine wrote to its console; null when there is nothing.</summary>
    /// <exception cref="ProviderException">The provider cannot read consoles.</exception>
    Task<string?> ConsoleAsync(string machineId, CancellationToken ct);
}
