using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.WholeStacks;

[Description("Records that the stack's instances are to be started, except those started by load or by schedule. " + ServerFacts.RecordsOnly)]
internal sealed class StartStack : Change<StackRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        foreach (var instance in (await call.Store.ListAsync<Instance>(stack.StackId)).Where(
            InstanceStates.StartsWithStack))
        {
            await call.Store.SaveIfChangedAsync(instance, InstanceStates.Start(instance));
        }

        return Empty.Value;
    }
}
