using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Instances;

[Description("Updates the settings of a stopped instance.")]
internal sealed class UpdateInstance : Change<UpdateInstance.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        InstanceStates.RequireEditable(instance);
        var changed = (Instance)request.MergeInto(instance);
        var layers = await InstanceLayers.GetAsync(instance.StackId, changed.LayerIds ?? [], call);
        await call.Store.SaveAsync(
            instance,
            InstanceRules.Check(changed),
            [
                .. SupportedOs.Warnings("Os", changed.Os, instance.Os),
                .. request.LayerIds is null ? [] : SharedMountPoints.Warnings(layers),
            ]);
        return Empty.Value;
    }

    internal sealed record Request : InstanceSettings
    {
        [Description("The instance.")]
        public required string InstanceId { get; init; }
    }
}
