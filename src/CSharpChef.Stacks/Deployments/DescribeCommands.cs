using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments;

[Description("Lists commands, the newest first: of a deployment, of an instance, or those of the ids.")]
internal sealed class DescribeCommands : Query<DescribeCommands.Request, DescribeCommands.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("DeploymentId", request.DeploymentId), (
            "InstanceId",
            request.InstanceId), ("CommandIds", request.CommandIds)) switch
    {
        "DeploymentId" =>
            Shown(await call.Store.ListAsync<Command>((await call.GetAsync<Deployment>(request.DeploymentId)).Id)),
        "InstanceId" =>
            Shown(await call.Store.ListAsync<Command>((await call.GetAsync<Instance>(request.InstanceId)).Id)),
        _ => Shown(await call.GetAsync<Command>(request.CommandIds!)),
    };

    private static Response Shown(IReadOnlyList<Command> commands) =>
        new([.. commands.OrderByDescending(command => command.CommandId, StringComparer.Ordinal)]);

    internal sealed record Request
    {
        [Description("The deployment. Give one of DeploymentId, InstanceId and CommandIds.")]
        public string? DeploymentId { get; init; }

        [Description("The instance.")]
        public string? InstanceId { get; init; }

        [Description("The commands.")]
        public IReadOnlyList<string>? CommandIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<Command> Commands);
}
