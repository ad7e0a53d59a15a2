using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Instances.Life;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments;

[Description(
    "Changes the layers of an online instance: runs the Setup and Deploy of the added layers, then the Shutdown of the removed ones, then Configure on all instances of the stack. A layer whose Setup fails is left out. Returns at once.")]
internal sealed class ChangeInstanceLayers : Change<ChangeInstanceLayers.Request, ChangeInstanceLayers.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        var layers = await InstanceLayers.GetAsync(instance.StackId, request.LayerIds, call);
        InstanceStates.RequireOnline(instance, "moved to other layers");
        await RequireNoOtherAsync(instance, call);
        var change = LayerChange.Between(instance.LayerIds ?? [], [.. layers.Select(layer => layer.LayerId)]);
        if (change.IsEmpty)
        {
            throw ApiError.Invalid("LayerIds", $"names the layers that instance {instance.Label} has already");
        }

        return new([
            .. await EnqueueAsync(LifeCommands.SetupLayers, change.Added, instance, call),
            .. await EnqueueAsync(LifeCommands.ShutdownLayers, change.Removed, instance, call),
        ]);
    }

    private static async Task RequireNoOtherAsync(Instance instance, Call call)
    {
        var queue = await call.Store.QueueAsync(instance.InstanceId);
        if (queue.FirstOrDefault(command => command.LayerIds is not null) is { } other)
        {
            throw ApiError.Invalid(
                $"The layers of instance {instance.Label} are changed already, by the command {other.CommandId}: wait for its end, or cancel it.");
        }
    }

    private static async Task<IReadOnlyList<string>> EnqueueAsync(
        string type, IReadOnlyList<string> layers, Instance instance, Call call)
    {
        if (layers.Count == 0)
        {
            return [];
        }

        var command = await call.Store.EnqueueAsync(new()
        {
            CommandId = call.NewId(),
            InstanceId = instance.InstanceId,
            StackId = instance.StackId,
            CreatedAt = call.Now,
            Status = CommandStatus.Pending,
            Type = type,
            StartedBy = call.Caller.UserArn,
            LayerIds = layers,
        });
        return [command.CommandId];
    }

    internal sealed record Request
    {
        [Description("The instance, which must be online.")]
        public required string InstanceId { get; init; }

        [Description("All layers that the instance is to have.")]
        public required IReadOnlyList<string> LayerIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<string> CommandIds);
}
