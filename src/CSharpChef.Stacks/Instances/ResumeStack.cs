using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Instances;

[Description("Ends the pause of a stack: the commands that waited for its end begin.")]
internal sealed class ResumeStack : Change<StackRequest, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(StackRequest request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        if (stack.Pause is not { } pause || !pause.IsActive(call.Now))
        {
            throw ApiError.Invalid($"The stack {stack.Name} is not paused.");
        }

        await call.Store.SaveAsync(stack, stack with { Pause = pause with { Until = call.Now } });
        foreach (var id in await call.Store.IdsAsync<Instance>(
            Instance.StateOwner(stack.StackId, InstanceStatus.Online)))
        {
            await call.Store.WakeAsync(WorkItem.OfInstance(id));
        }

        return Empty.Value;
    }
}
