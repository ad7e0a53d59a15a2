using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Deployments;

[Description("Lists the commands of a deployment or instance, or the commands with the given ids, newest first.")]
internal sealed class DescribeCommands : Query<DescribeCommands.Request, DescribeCommands.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        NewestFirst(call, await Selectors.IdsAsync(
        call,
        Selectors.Under<Deployment, Command>("DeploymentId", request.DeploymentId),
        Selectors.Under<Instance, Command>("InstanceId", request.InstanceId),
        Selectors.ByIds<Command>("CommandIds", request.CommandIds)));

    private static Response NewestFirst(Call call, IReadOnlyList<string> ids)
    {
        var server = (call.Caller.Server ?? call.Server.Url).TrimEnd('/');
        return new(call.Read<Command>(
            [.. ids.OrderDescending(StringComparer.Ordinal)],
            (commands, session) => Task.FromResult<IReadOnlyList<Command>>(
                [.. commands.Select(command => WithLink(command, server, session))])));
    }

    private static Command WithLink(Command command, string server, StoreSession session) => command with
    {
        LogUrl = LogLink.Of(session.Secrets, server, command.CommandId, session.Now),
    };

    internal sealed record Request
    {
        [Description("The deployment. Specify one of DeploymentId, InstanceId and CommandIds.")]
        public string? DeploymentId { get; init; }

        [Description("The instance.")]
        public string? InstanceId { get; init; }

        [Description("The commands.")]
        public IReadOnlyList<string>? CommandIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<Command> Commands);
}
