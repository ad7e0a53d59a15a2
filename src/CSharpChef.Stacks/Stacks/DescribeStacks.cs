using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Stacks;

[Description("Lists the stacks with the given ids, or all stacks that the caller may see.")]
internal sealed class DescribeStacks : Query<DescribeStacks.Request, DescribeStacks.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(call.Read<Stack>(request.StackIds is { Count: > 0 } ids
            ? await call.CheckAsync<Stack>(ids)
            : await call.AllowedAsync(await call.Store.IdsAsync<Stack>(), id => id)));

    internal sealed record Request
    {
        [Description("The stacks. Default: all.")]
        public IReadOnlyList<string>? StackIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<Stack> Stacks);
}
