using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Deployments.Details;

[Description(
    "Lists commands as DescribeCommands does, with who started them and from where, what those that wait wait for, and how they ended.")]
internal sealed class DescribeCommandDetails : Query<DescribeCommandDetails.Request, DescribeCommandDetails.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var ids = await Selectors.IdsAsync(
            call,
            Selectors.Under<Stack, Command>("StackId", request.StackId),
            Selectors.Under<Deployment, Command>("DeploymentId", request.DeploymentId),
            Selectors.Under<Instance, Command>("InstanceId", request.InstanceId),
            Selectors.ByIds<Command>("CommandIds", request.CommandIds));
        var turns = call.Server.TurnOf;
        return new(call.Read<Command>(
            [.. ids.OrderDescending(StringComparer.Ordinal)],
            async (commands, session) => await DetailedAsync(commands, turns, session)).Select(CommandDetails.Of));
    }

    private static async Task<IReadOnlyList<Command>> DetailedAsync(
        IReadOnlyList<Command> commands, Func<string, CommandWait?> turns, StoreSession session)
    {
        var ids = commands.Select(command => command.InstanceId).Distinct();
        var instances =
            (await session.FindAsync<Instance>([.. ids])).ToDictionary(instance => instance.InstanceId);
        var shown = new List<Command>();
        foreach (var command in commands)
        {
            shown.Add(instances.TryGetValue(command.InstanceId, out var instance)
                ? command with
                {
                    Hostname = instance.Hostname,
                    Wait = await WaitOfAsync(command, instance, turns, session),
                }
                : command);
        }

        return shown;
    }

    private static async Task<CommandWait?> WaitOfAsync(
        Command command, Instance instance, Func<string, CommandWait?> turns, StoreSession session)
    {
        if (command.Status != CommandStatus.Pending)
        {
            return null;
        }

        var pause = (await session.FindAsync<Stack>(command.StackId))?.Pause;
        var queue = await session.QueueAsync(command.InstanceId);
        return new CommandWaits(instance, queue, pause, turns(command.CommandId), session.Now).Of(command);
    }

    internal sealed record Request
    {
        [Description("The stack. Specify one of StackId, DeploymentId, InstanceId and CommandIds.")]
        public string? StackId { get; init; }

        [Description("The deployment.")]
        public string? DeploymentId { get; init; }

        [Description("The instance.")]
        public string? InstanceId { get; init; }

        [Description("The commands.")]
        public IReadOnlyList<string>? CommandIds { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<CommandDetails> Commands);
}
