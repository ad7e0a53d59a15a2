using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.WholeStacks;

[Says("Stops all instances of the stack.")]
internal sealed class StopStack : Operation<OneStack, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(OneStack request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        foreach (var instance in (await call.Store.ListAsync<Instance>(stack.StackId)).Where(
            instance => !instance.IsRegistered))
        {
            await call.Store.SaveIfChangedAsync(instance, InstanceStates.Stop(instance, force: false));
        }

        return Nothing.Here;
    }
}
