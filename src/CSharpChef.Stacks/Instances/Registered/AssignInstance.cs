using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Registered;

[Description("Assigns a registered instance to layers. It then runs their Setup. Returns at once.")]
internal sealed class AssignInstance : Change<AssignInstance.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        var layers = await InstanceLayers.GetAsync(instance.StackId, request.LayerIds, call);
        await call.Store.SaveLifeAsync(
            instance,
            InstanceStates.Assign(
                instance, [.. layers.Select(layer => layer.LayerId)], call.Caller.UserArn, call.Now),
            [.. SharedMountPoints.Warnings(layers)]);
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The instance.")]
        public required string InstanceId { get; init; }

        [Description("The layers.")]
        public required IReadOnlyList<string> LayerIds { get; init; }
    }
}
