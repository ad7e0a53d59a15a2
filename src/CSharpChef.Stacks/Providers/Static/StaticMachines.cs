namespace CSharpChef.Stacks.Providers.Static;

/// <summary>
/// Registered machines, which others created. They can be described and rebooted, but not started or stopped.
/// </summary>
/// <param name="find">Finds the registered machine of an id; null when the id is unknown.</param>
/// <param name="run">Runs a shell command as root on a machine, and returns its exit code.</param>
internal sealed class StaticMachines(
    Func<string, CancellationToken, Task<StaticMachine?>> find,
    Func<StaticMachine, string, CancellationToken, Task<int>> run)
        : IMachineProvider
{
    public const string ProviderName = "static";

    public string Name => ProviderName;

    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    public Task<string?> ValidateAsync(MachineOrder order, CancellationToken ct) =>
        Task.FromResult<string?>(LaunchRefusal(order));

    public Task<Machine> LaunchAsync(MachineOrder order, CancellationToken ct) =>
        Task.FromException<Machine>(new ProviderException(LaunchRefusal(order)));

    public Task<Machine?> FindAsync(string token, CancellationToken ct) => Task.FromResult<Machine?>(null);

    public Task StartAsync(string machineId, CancellationToken ct) =>
        Task.FromException(Refusal(machineId, "start", "started", "Start it with the tools of its host"));

    public Task StopAsync(string machineId, bool force, CancellationToken ct) =>
        Task.FromException(Refusal(machineId, "stop", "stopped", "Stop it with the tools of its host"));

    public Task TerminateAsync(string machineId, CancellationToken ct) =>
        Task.FromException(
            Refusal(machineId, "terminate", "terminated", "Deregister it to remove it from the stack"));

    public Task<string?> ConsoleAsync(string machineId, CancellationToken ct) =>
        Task.FromException<string?>(new ProviderException(
            $"Cannot read the console of machine {machineId}: it is registered. Use the tools of its host."));

    public async Task RebootAsync(string machineId, CancellationToken ct)
    {
        var machine = await find(machineId, ct) ?? throw new ProviderException(
            $"Cannot reboot machine {machineId}: no machine with that id is registered. Register it first.");
        var code = await run(machine, RebootCommand.Text, ct);
        if (code != 0)
        {
            throw new ProviderException(
                $"Cannot reboot machine {machineId} at {machine.Address}: the command ended with {code}. Reboot it by hand.");
        }
    }

    public async Task<Machine?> DescribeAsync(string machineId, CancellationToken ct)
    {
        if (await find(machineId, ct) is not { } machine)
        {
            return null;
        }

        var state = await SshGreeting.AnswersAsync(machine.Address, machine.Port, Limit, ct)
            ? MachineState.Running
            : MachineState.Stopped;
        return new Machine(machineId, state)
        {
            Address = machine.Address,
            Port = machine.Port,
            HostKeys = machine.HostKeys
        };
    }

    private static string LaunchRefusal(MachineOrder order) =>
        $"Cannot make a machine for {order.Hostname}: the provider 'static' has registered machines only. "
        + "Register an existing machine: csharpchef instance register USER@HOST.";

    private static ProviderException Refusal(string id, string act, string acted, string instead) =>
        new($"Cannot {act} machine {id}: it is registered, and a registered machine cannot be {acted} by the server. {instead}.");
}
