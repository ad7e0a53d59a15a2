using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Registered;

[Says("Takes a registered machine out of all its layers.")]
internal sealed class UnassignInstance : Operation<OneInstance, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(OneInstance request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        await call.Store.SaveAsync(instance, InstanceStates.Unassign(instance));
        return Nothing.Here;
    }
}
