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
        var stacks = request.StackIds is { Count: > 0 } ids
            ? await call.GetAsync<Stack>(ids)
            : await call.AllowedAsync(await call.Store.AllAsync<Stack>());
        return new(await SourceUrls.ShowAsync(
            stacks,
            Right.Manage,
            stack => stack.CustomCookbooksSource,
            (stack, source) => stack with { CustomCookbooksSource = source },
            call));
    }

    internal sealed record Request
    {
        [Description("The stacks. Default: all.")]
        public IReadOnlyList<string>? StackIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<Stack> Stacks);
}
