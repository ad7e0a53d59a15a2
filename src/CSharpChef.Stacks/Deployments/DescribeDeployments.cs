using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Deployments;

[Description("Lists deployments, the newest first: of a stack, of an app, or those of the ids.")]
internal sealed class DescribeDeployments : Query<DescribeDeployments.Request, DescribeDeployments.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("StackId", request.StackId), ("AppId", request.AppId), ("DeploymentIds", request.DeploymentIds)) switch
    {
        "StackId" =>
            NewestFirst(await call.Store.ListAsync<Deployment>((await call.GetAsync<Stack>(request.StackId)).Id)),
        "AppId" => NewestFirst(await call.Store.ListAsync<Deployment>((await call.GetAsync<App>(request.AppId)).Id)),
        _ => new(await call.GetAsync<Deployment>(request.DeploymentIds!)),
    };

    private static Response NewestFirst(IReadOnlyList<Deployment> deployments) => new([.. deployments.Reverse()]);

    internal sealed record Request
    {
        [Description("The stack. Give one of StackId, AppId and DeploymentIds.")]
        public string? StackId { get; init; }

        [Description("The app.")]
        public string? AppId { get; init; }

        [Description("The deployments.")]
        public IReadOnlyList<string>? DeploymentIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<Deployment> Deployments);
}
