using CSharpChef.Stacks.Deployments.Records;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Removal;

[Description("Deletes a stack that has no instances, layers or apps. Resources registered with it are deregistered.")]
internal sealed class DeleteStack : Change<StackRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        await RequireEmptyAsync(stack, call.Store);
        await call.Store.RemoveRecordsUnderAsync(stack.StackId);
        foreach (var dependent in StackDependents.DeletedWith)
        {
            await dependent.RemoveAsync(call.Store, stack.StackId);
        }

        await call.Store.RemoveAsync(stack);
        return Empty.Value;
    }

    private static async Task RequireEmptyAsync(Stack stack, StoreSession store)
    {
        foreach (var dependent in StackDependents.DeletedBefore)
        {
            if (await dependent.CountAsync(store, stack.StackId) is > 0 and var count)
            {
                throw ApiError.Invalid(
                    $"Cannot delete the stack {stack.Name}: it still has {dependent.Noun}s ({count}). Delete them first.");
            }
        }
    }
}
