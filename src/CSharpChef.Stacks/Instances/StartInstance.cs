using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

[Description("Starts a stopped instance: its machine boots and runs the Setup of its layers. Returns at once.")]
internal sealed class StartInstance : Change<InstanceRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(InstanceRequest request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        InstanceStates.RequireManaged(instance, "started");
        var provider = await MachineProvider.RequireAsync(instance, call.Store, call.Server);
        await call.Store.SaveLifeAsync(
            instance, InstanceStates.Start(instance, provider, call.Caller.UserArn, call.Now));
        return Empty.Value;
    }
}
