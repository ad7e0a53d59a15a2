using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Registered;

[Says("Puts a registered machine into layers, whose Setup it will run.")]
internal sealed class AssignInstance : Operation<AssignInstance.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        var layers = await InstanceLayers.GetAsync(instance.StackId, request.LayerIds, call);
        await call.Store.SaveAsync(
            instance, InstanceStates.Assign(instance, [.. layers.Select(layer => layer.LayerId)]));
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The instance.")]
        public required string InstanceId { get; init; }

        [Says("Its layers.")]
        public required IReadOnlyList<string> LayerIds { get; init; }
    }
}
