using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Removal;

[Description("Deregisters an instance from its stack, and removes the access of the server from its machine, which goes on. Returns at once.")]
internal sealed class DeregisterInstance : Change<InstanceRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        var leaving = InstanceStates.Deregister(instance, call.Caller.UserArn, call.Now);
        if (instance.Life.HostKeys.Count > 0)
        {
            await call.Store.SaveLifeAsync(instance, leaving with
            {
                Machine = leaving.Life with { DeletesAddress = true, DeletesVolumes = true },
            });
        }
        else
        {
            await InstanceDependents.RemoveAsync(instance, addresses: true, volumes: true, call.Store);
            await call.Store.RemoveAsync(instance);
        }

        return Empty.Value;
    }
}
