using System.Collections.Concurrent;
using CSharpChef.Stacks.Providers;

namespace CSharpChef.TestSupport.Stacks.Providers;

/// <summary>
/// A provider whose machines are in memory. They boot and stop as the clock says; <see cref="Faults"/> lets calls fail,
/// wait or lose their answers.
/// </summary>
internal sealed class MemoryProvider(TimeProvider clock) : IMachineProvider
{
    private readonly Lock gate = new();
    private readonly List<MemoryMachine> machines = [];
    private int lastId;

    public string Name { get; init; } = "memory";

    /// <summary>The time of a boot; <see cref="Timeout.InfiniteTimeSpan"/> for machines that never boot.</summary>
    public TimeSpan BootTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The time from the request to stop to the stop; infinite for machines that do not obey.</summary>
    public TimeSpan StopTime { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Why no machine can be made; null when they can.</summary>
    public string? Refusal { get; set; }

    /// <summary>Where the machine of an id is reached. Default: port 22 of an address of its own.</summary>
    public Func<string, (string Address, int Port)> Endpoint { get; init; } =
        id => ($"192.0.2.{id["machine-".Length..]}", 22);

    public IReadOnlyList<string> HostKeys { get; init; } = ["ssh-ed25519 AAAA"];

    public ProviderFaults Faults { get; } = new();

    /// <summary>Every call so far with the id or token that it named.</summary>
    public ConcurrentQueue<(ProviderCall Call, string Id)> Calls { get; } = new();

    /// <summary>The orders of the machines that exist now.</summary>
    public IReadOnlyList<MachineOrder> Orders => Locked(() => machines.Select(machine => machine.Order).ToList());

    /// <summary>The ids of the machines that are not stopped.</summary>
    public IReadOnlyList<string> Running => Locked(() =>
        machines.Where(machine => machine.State != MachineState.Stopped).Select(machine => machine.Id).ToList());

    public Task<string?> ValidateAsync(MachineOrder order, CancellationToken ct) =>
        CallAsync(ProviderCall.Validate, order.Token, () => Refusal, ct);

    public Task<Machine> LaunchAsync(MachineOrder order, CancellationToken ct) => CallAsync(
        ProviderCall.Launch,
        order.Token,
        () => Refusal is { } refusal
            ? throw new ProviderException(refusal)
            : Describe(FindByToken(order.Token) ?? Make(order)),
        ct);

    public Task<Machine?> FindAsync(string token, CancellationToken ct) =>
        CallAsync(ProviderCall.Find, token, () => FindByToken(token) is { } found ? Describe(found) : null, ct);

    public Task<Machine?> DescribeAsync(string machineId, CancellationToken ct) =>
        CallAsync(ProviderCall.Describe, machineId, () => Find(machineId) is { } found ? Describe(found) : null, ct);

    public Task StartAsync(string machineId, CancellationToken ct) => CallAsync(ProviderCall.Start, machineId, () =>
    {
        var machine = Require(machineId);
        if (machine.State is MachineState.Stopping)
        {
            throw new ProviderException($"Machine {machineId} is stopping. Try again when it has stopped.");
        }

        if (machine.State is MachineState.Stopped)
        {
            machine.Boot(BootTime);
        }

        return machine;
    }, ct);

    public Task RebootAsync(string machineId, CancellationToken ct) => CallAsync(ProviderCall.Reboot, machineId, () =>
    {
        var machine = Require(machineId);
        if (machine.State is MachineState.Stopped or MachineState.Stopping)
        {
            throw new ProviderException($"Cannot reboot machine {machineId}: it does not run. Start it instead.");
        }

        machine.Boot(BootTime);
        return machine;
    }, ct);

    public Task StopAsync(string machineId, bool force, CancellationToken ct) => CallAsync(
        ProviderCall.Stop,
        machineId,
        () =>
        {
            Find(machineId)?.Stop(force ? TimeSpan.Zero : StopTime);
            return machineId;
        },
        ct);

    public Task TerminateAsync(string machineId, CancellationToken ct) =>
        CallAsync(ProviderCall.Terminate, machineId, () => machines.RemoveAll(machine => machine.Id == machineId), ct);

    public Task<string?> ConsoleAsync(string machineId, CancellationToken ct) =>
        CallAsync(ProviderCall.Console, machineId, () => Find(machineId)?.Console, ct);

    /// <summary>Lets a machine stop by itself, as when its user powers it off.</summary>
    public void PowerOff(string machineId) => Locked(() =>
    {
        var machine = Require(machineId);
        machine.Stop(TimeSpan.Zero);
        return machine;
    });

    /// <summary>Removes a machine behind the server's back.</summary>
    public void Lose(string machineId) => Locked(() => machines.Remove(Require(machineId)));

    /// <summary>Sets what a machine wrote to its console.</summary>
    public void Write(string machineId, string text) => Locked(() => Require(machineId).Console = text);

    private Task<T> CallAsync<T>(ProviderCall call, string id, Func<T> work, CancellationToken ct)
    {
        Calls.Enqueue((call, id));
        return Faults.RunAsync(call, () => Locked(work), ct);
    }

    private T Locked<T>(Func<T> work)
    {
        lock (gate)
        {
            return work();
        }
    }

    private MemoryMachine Make(MachineOrder order)
    {
        var machine = new MemoryMachine($"machine-{++lastId}", order, clock);
        machine.Boot(BootTime);
        machines.Add(machine);
        return machine;
    }

    private MemoryMachine? Find(string id) => machines.Find(machine => machine.Id == id);

    private MemoryMachine? FindByToken(string token) => machines.Find(machine => machine.Order.Token == token);

    private MemoryMachine Require(string id) => Find(id)
        ?? throw new ProviderException($"There is no machine {id}. Launch a new one.");

    private Machine Describe(MemoryMachine machine)
    {
        var (address, port) = Endpoint(machine.Id);
        var runs = machine.State is not MachineState.Stopped;
        return new(machine.Id, machine.State)
        {
            Address = address,
            Port = port,
            HostKeys = HostKeys,
            BootId = runs ? machine.BootId : null,
        };
    }
}
