using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Says("Changes a stack's settings. Machines learn of it with their next command.")]
internal sealed class UpdateStack : Change<UpdateStack.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        if (request.ServiceRoleArn is { Length: > 0 } role && role != stack.ServiceRoleArn)
        {
            throw Refuse.Invalid("ServiceRoleArn", "cannot be changed");
        }

        await call.Store.SaveAsync(stack, StackRules.Check((Stack)request.Over(stack)));
        return Nothing.Here;
    }

    internal sealed record Request : StackSettings
    {
        [Says("The stack.")]
        public required string StackId { get; init; }
    }
}
