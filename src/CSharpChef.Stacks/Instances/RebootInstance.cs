using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

[Says("Reboots an instance. No recipes run. Returns at once.")]
internal sealed class RebootInstance : Change<OneInstance, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(OneInstance request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        await call.Store.SaveIfChangedAsync(instance, InstanceStates.Reboot(instance));
        return Nothing.Here;
    }
}
