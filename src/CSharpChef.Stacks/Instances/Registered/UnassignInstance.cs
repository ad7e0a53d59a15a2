using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Registered;

[Description("Unassigns a registered instance from all its layers, after their Shutdown recipes. Returns at once.")]
internal sealed class UnassignInstance : Change<InstanceRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        await call.Store.SaveLifeAsync(
            instance, InstanceStates.Unassign(instance, call.Caller.UserArn, call.Now));
        return Empty.Value;
    }
}
