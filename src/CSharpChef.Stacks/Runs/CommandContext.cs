using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Runs.Accounts;
using CSharpChef.Stacks.Runs.Data;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Runs;

/// <summary>What a command needs of the store, as it is when the command begins.</summary>
internal sealed record CommandContext(Command Command, Instance Instance, Stack Stack)
{
    /// <summary>The layers of the instance, in its order, and those that the command adds.</summary>
    public required IReadOnlyList<Layer> Layers { get; init; }

    /// <summary>The online instances of the stack, and this one.</summary>
    public required IReadOnlyList<Instance> Members { get; init; }

    public Deployment? Deployment { get; init; }

    /// <summary>The program that keeps the accounts of users; empty when the command does not keep them.</summary>
    public string LoginsProgram { get; init; } = "";

    /// <summary>What recipes see of the stack.</summary>
    public StackData? Data { get; init; }

    /// <summary>Why a command of an app does nothing on this instance; null when it runs.</summary>
    public string? SkipReason => DeploymentRules.IsOfLayers(Command.Event)
        && Data?.Apps.FirstOrDefault(app => app.Id == Deployment?.AppId) is { IsDeployed: false } app
            ? $"the app {app.Name} is for the layers {string.Join(", ", app.Layers)}, and {Instance.Hostname} is in none of them"
            : null;

    /// <summary>Reads the context; null when the instance or its stack was deleted.</summary>
    public static Task<CommandContext?> ReadAsync(DocumentStore store, Command command, CancellationToken ct) =>
        store.ReadAsync(session => ReadAsync(session, command), ct);

    private static async Task<CommandContext?> ReadAsync(StoreSession session, Command command)
    {
        if (await session.FindAsync<Instance>(command.InstanceId) is not { } instance
            || await session.FindAsync<Stack>(command.StackId) is not { } stack)
        {
            return null;
        }

        var ids = (instance.LayerIds ?? []).Union(command.LayerIds ?? []).ToList();
        var current = instance with { LayerIds = ids };
        var deployment = command.DeploymentId is { } id ? await session.FindAsync<Deployment>(id) : null;
        var documents = await StackDocuments.ReadAsync(session, stack, current, deployment?.DeletedApp);
        var layers = documents.Layers.ToDictionary(layer => layer.LayerId);
        var context = new CommandContext(command, current, stack)
        {
            Layers = [.. ids.Where(layers.ContainsKey).Select(each => layers[each])],
            Members = [.. documents.Instances.Where(member => IsMember(member, instance))],
            LoginsProgram = await MachineLogins.ProgramAsync(session, stack.StackId),
            Deployment = deployment,
        };
        return context with { Data = StackDataOf.Command(documents, context) };
    }

    private static bool IsMember(Instance member, Instance instance) =>
        member.Status == InstanceStatus.Online || member.InstanceId == instance.InstanceId;
}
