using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Removal;

[Description("Removes a registered machine from its stack. The machine itself stays as it is.")]
internal sealed class DeregisterInstance : Change<InstanceRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        InstanceStates.Deregisterable(instance);
        await InstanceLeftovers.RemoveAsync(instance, addresses: true, volumes: true, call);
        await call.Store.RemoveAsync(instance);
        return Empty.Value;
    }
}
