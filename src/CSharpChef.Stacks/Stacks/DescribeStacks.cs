using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Stacks;

[Description("Lists the stacks with the given ids, or all stacks that the caller may see.")]
internal sealed class DescribeStacks : Query<DescribeStacks.Request, DescribeStacks.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var ids = request.StackIds is { Count: > 0 } given
            ? await call.CheckAsync<Stack>(given)
            : await call.AllowedAsync(await call.Store.IdsAsync<Stack>(), id => id);
        return new(call.Read<Stack>(ids, (stacks, session) => SourceUrls.ShowAsync(
            [.. stacks.Select(stack => stack.WithoutEndedPause(session.Now))],
            stack => call.May(Right.Manage, stack.StackId),
            stack => stack.CustomCookbooksSource,
            (stack, source) => stack with { CustomCookbooksSource = source },
            session)));
    }

    internal sealed record Request
    {
        [Description("The stacks. Default: all.")]
        public IReadOnlyList<string>? StackIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<Stack> Stacks);
}
