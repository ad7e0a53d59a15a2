using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description("Creates an empty stack.")]
internal sealed class CreateStack : Change<CreateStack.Request, CreateStack.Response>
{
    public override Right Right => Right.Create;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var id = call.NewId();
        var stack = (Stack)request.MergeInto(Stack.Defaults).MergeInto(new Stack
        {
            StackId = id,
            Arn = Arn.Of("stack", request.Region, call.Server.Account, id),
            Region = request.Region,
            VpcId = Patch.Merge(request.VpcId, null),
            CreatedAt = call.Now,
        });
        await StackCreation.AddAsync(stack, request.CustomCookbooksSource, copied: null, call);
        return new(id);
    }

    [Requires("Name", "ServiceRoleArn", "DefaultInstanceProfileArn")]
    internal sealed record Request : StackSettings
    {
        [Description("Any text, used in ARNs only.")]
        public required string Region { get; init; }

        [Description("A label: networks belong to a cloud.")]
        public string? VpcId { get; init; }
    }

    internal sealed record Response(string StackId);
}
