using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

[Says("Changes the settings of a stopped instance.")]
internal sealed class UpdateInstance : Change<UpdateInstance.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        InstanceStates.Editable(instance);
        var changed = (Instance)request.Over(instance);
        await InstanceLayers.GetAsync(instance.StackId, changed.LayerIds ?? [], call);
        await call.Store.SaveAsync(instance, InstanceRules.Check(changed));
        return Nothing.Here;
    }

    internal sealed record Request : InstanceSettings
    {
        [Says("The instance.")]
        public required string InstanceId { get; init; }
    }
}
