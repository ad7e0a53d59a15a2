using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Removal;

[Description("Removes a stack that has no instances, layers or apps. What is registered with it is deregistered.")]
internal sealed class DeleteStack : Change<StackRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        await RefuseIfAnyAsync<Instance>(stack, "instances", call);
        await RefuseIfAnyAsync<Layer>(stack, "layers", call);
        await RefuseIfAnyAsync<App>(stack, "apps", call);
        await StackContents.RemoveAsync(stack.StackId, call.Store);
        await call.Store.RemoveAsync(stack);
        return Empty.Value;
    }

    private static async Task RefuseIfAnyAsync<T>(Stack stack, string nouns, Call call)
        where T : class, IDocument
    {
        if (await call.Store.CountAsync<T>(stack.StackId) is > 0 and var count)
        {
            throw ApiError.Invalid(
                $"Cannot delete stack {stack.StackId}: it still has {count} {nouns}. Delete them first.");
        }
    }
}
