using System.Collections.Concurrent;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Fleet;
using CSharpChef.Stacks.Instances;

namespace CSharpChef.TestSupport.Stacks.Fleet;

/// <summary>Runs commands on no machine. A test decides how the commands of a type end, and when.</summary>
internal sealed class MemoryRunner : ICommandRunner
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<CommandResult>> held = [];
    private readonly ConcurrentDictionary<string, string> running = [];

    /// <summary>The commands that were begun, as their type and the hostname.</summary>
    public ConcurrentQueue<(string Type, string Hostname)> Begun { get; } = new();

    /// <summary>The hostnames of the machines on which a command began while another one ran.</summary>
    public ConcurrentQueue<string> Overlaps { get; } = new();

    /// <summary>The types of commands that fail.</summary>
    public ConcurrentDictionary<string, string> Failing { get; } = new();

    /// <summary>What successful commands of a type publish.</summary>
    public ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> Publishing { get; } = new();

    /// <summary>Lets the commands of a type run until a test ends them, or somebody cancels them.</summary>
    public void Hold(string type) => held[type] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Release(string type)
    {
        if (held.TryRemove(type, out var waiting))
        {
            waiting.TrySetResult(Result(type));
        }
    }

    public async Task<CommandResult> RunAsync(
        Command command, Instance instance, Func<CommandPart?, Task> store, CancellationToken cancel,
        CancellationToken ct)
    {
        Begun.Enqueue((command.Type, instance.Hostname!));
        if (!running.TryAdd(instance.InstanceId, command.CommandId))
        {
            Overlaps.Enqueue(instance.Hostname!);
        }

        try
        {
            await store(new(1, "20261201T090000Z-000000", IsLast: true));
            return await ResultAsync(command, cancel, ct);
        }
        finally
        {
            running.TryRemove(KeyValuePair.Create(instance.InstanceId, command.CommandId));
        }
    }

    private async Task<CommandResult> ResultAsync(Command command, CancellationToken cancel, CancellationToken ct)
    {
        if (!held.TryGetValue(command.Type, out var waiting))
        {
            return Result(command.Type);
        }

        try
        {
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, ct);
            return await waiting.Task.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(CommandStatus.Failed, "it was cancelled");
        }
    }

    private CommandResult Result(string type) => Failing.TryGetValue(type, out var why)
        ? new(CommandStatus.Failed, why) { ExitCode = 1 }
        : new(CommandStatus.Successful, "it succeeded")
        {
            ExitCode = 0,
            Published = Publishing.GetValueOrDefault(type) ?? new Dictionary<string, string>(),
        };
}
