using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Apps;

[Description("Lists the apps of a stack, or those of the ids.")]
internal sealed class DescribeApps : Query<DescribeApps.Request, DescribeApps.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("StackId", request.StackId), ("AppIds", request.AppIds)) switch
    {
        "StackId" => new(await call.Store.ListAsync<App>((await call.GetAsync<Stack>(request.StackId)).Id)),
        _ => new(await call.GetAsync<App>(request.AppIds!)),
    };

    internal sealed record Request
    {
        [Description("The stack. Give this or AppIds.")]
        public string? StackId { get; init; }

        [Description("The apps.")]
        public IReadOnlyList<string>? AppIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<App> Apps);
}
