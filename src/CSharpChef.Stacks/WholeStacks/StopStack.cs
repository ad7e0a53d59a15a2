using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.WholeStacks;

[Description("Stops all instances of the stack.")]
internal sealed class StopStack : Change<StackRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        foreach (var instance in (await call.Store.ListAsync<Instance>(stack.StackId)).Where(
            instance => !instance.IsRegistered))
        {
            await call.Store.SaveLifeAsync(
                instance, InstanceStates.Stop(instance, force: false, call.Caller.UserArn, call.Now));
        }

        return Empty.Value;
    }
}
