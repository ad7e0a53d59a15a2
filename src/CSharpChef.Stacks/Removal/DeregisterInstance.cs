using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Removal;

[Description("Deregisters an instance from its stack. The machine itself is not changed.")]
internal sealed class DeregisterInstance : Change<InstanceRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        InstanceStates.RequireDeregisterable(instance);
        await InstanceDependents.RemoveAsync(instance, addresses: true, volumes: true, call);
        await call.Store.RemoveAsync(instance);
        return Empty.Value;
    }
}
