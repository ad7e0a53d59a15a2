using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

[Description("Reboots an instance without running recipes. Returns at once. " + ServerFacts.RecordsOnly)]
internal sealed class RebootInstance : Change<InstanceRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        await call.Store.SaveIfChangedAsync(instance, InstanceStates.Reboot(instance));
        return Empty.Value;
    }
}
