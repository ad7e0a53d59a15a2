using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks.Secrets;

[Description("Deletes a secret of a stack. Recipes that read it fail from then on.")]
internal sealed class DeleteStackSecret : Change<DeleteStackSecret.Request, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        await call.Store.RemoveAsync(await StackSecret.FindAsync(call.Store, stack.StackId, request.Name)
            ?? throw ApiError.Missing(StackSecret.Noun, request.Name));
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The name of the secret.")]
        public required string Name { get; init; }
    }
}
