using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.WholeStacks;

[Description("Starts the stack's instances, except those started by load or by schedule. Returns at once.")]
internal sealed class StartStack : Change<StackRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        foreach (var instance in (await call.Store.ListAsync<Instance>(stack.StackId)).Where(
            InstanceStates.StartsWithStack))
        {
            var provider = MachineProvider.Require(instance, stack, call.Server);
            await call.Store.SaveLifeAsync(
                instance, InstanceStates.Start(instance, provider, call.Caller.UserArn, call.Now));
        }

        return Empty.Value;
    }
}
