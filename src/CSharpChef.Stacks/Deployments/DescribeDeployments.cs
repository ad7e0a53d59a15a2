using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Deployments;

[Description("Lists the deployments of a stack or app, newest first, or the deployments with the given ids.")]
internal sealed class DescribeDeployments : Query<DescribeDeployments.Request, DescribeDeployments.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var ids = await Selectors.IdsAsync(
            call,
            Selectors.Under<Stack, Deployment>("StackId", request.StackId),
            Selectors.Under<App, Deployment>("AppId", request.AppId),
            Selectors.ByIds<Deployment>("DeploymentIds", request.DeploymentIds));
        return new(call.Read<Deployment>(request.DeploymentIds is { Count: > 0 } ? ids : [.. ids.Reverse()]));
    }

    internal sealed record Request
    {
        [Description("The stack. Specify one of StackId, AppId and DeploymentIds.")]
        public string? StackId { get; init; }

        [Description("The app.")]
        public string? AppId { get; init; }

        [Description("The deployments.")]
        public IReadOnlyList<string>? DeploymentIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<Deployment> Deployments);
}
