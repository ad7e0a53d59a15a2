using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Says("Makes an empty stack.")]
internal sealed class CreateStack : Change<CreateStack.Request, CreateStack.Response>
{
    public override Right Right => Right.Create;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var id = call.NewId();
        var stack = (Stack)request.Over(Stack.Defaults).Over(new Stack
        {
            StackId = id,
            Arn = Arn.Of("stack", request.Region, call.Server.Account, id),
            Region = request.Region,
            VpcId = Given.Over(request.VpcId, null),
            CreatedAt = call.Now,
        });
        await NewStacks.AddAsync(stack, call);
        return new(id);
    }

    [Requires("Name", "ServiceRoleArn", "DefaultInstanceProfileArn")]
    internal sealed record Request : StackSettings
    {
        [Says("Any text; it is a part of the stack's ARN and nothing else.")]
        public required string Region { get; init; }

        [Says("A label; networks are a cloud's.")]
        public string? VpcId { get; init; }
    }

    internal sealed record Response(string StackId);
}
