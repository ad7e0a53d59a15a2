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
    // The command returns before the machine reboots: a broken connection would not show whether it worked.
    private const string Reboot = "(sleep 1; systemctl reboot || reboot) </dev/null >/dev/null 2>&1 &";

    public string Name => "static";

    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(5);

    public Task<Machine> StartAsync(MachineOrder order, CancellationToken ct) =>
        Task.FromException<Machine>(Refusal(order.Id, "start", "Start it with the tools of its host"));

    public Task StopAsync(string id, CancellationToken ct) =>
        Task.FromException(Refusal(id, "stop", "Stop it with the tools of its host"));

    public Task DestroyAsync(string id, CancellationToken ct) =>
        Task.FromException(Refusal(id, "destroy", "Deregister it to remove it from the stack"));

    public async Task RebootAsync(string id, CancellationToken ct)
    {
        var machine = await find(id, ct) ?? throw new ProviderException(
            $"Cannot reboot machine {id}: no machine with that id is registered. Register it first.");
        var code = await run(machine, Reboot, ct);
        if (code != 0)
        {
            throw new ProviderException(
                $"Cannot reboot machine {id} at {machine.Address}: the command ended with {code}. Reboot it by hand.");
        }
    }

    public async Task<Machine?> DescribeAsync(string id, CancellationToken ct)
    {
        if (await find(id, ct) is not { } machine)
        {
            return null;
        }

        var state = await SshGreeting.AnswersAsync(machine.Address, machine.Port, Limit, ct)
            ? MachineState.Running
            : MachineState.Stopped;
        return new Machine(id, state) { Address = machine.Address, Port = machine.Port, HostKeys = machine.HostKeys };
    }

    private static ProviderException Refusal(string id, string act, string instead) =>
        new($"Cannot {act} machine {id}: it is registered, and a registered machine cannot be {Past(act)} by the server. {instead}.");

    private static string Past(
        string act) => act switch { "stop" => "stopped", "destroy" => "destroyed", _ => $"{act}ed" };
}
