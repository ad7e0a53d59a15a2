using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

[Description("Reboots an instance without running recipes. Returns at once.")]
internal sealed class RebootInstance : Change<InstanceRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        await call.Store.SaveLifeAsync(instance, InstanceStates.Reboot(instance, call.Now));
        return Empty.Value;
    }
}
