using CSharpChef.Stacks.Deployments.Queue;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store.Work;

namespace CSharpChef.Stacks.Deployments;

[Description("Cancels a command. One that waits ends at once, one that runs ends after its current step.")]
internal sealed class CancelCommand : Change<CancelCommand.Request, Empty>
{
    public override string Prefix => Own;

    public override Right Right => Right.Deploy;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var command = await call.GetAsync<Command>(request.CommandId);
        if (command.Status != CommandStatus.Pending)
        {
            throw ApiError.Invalid(
                $"The command {command.CommandId} cannot be cancelled: it has ended ({command.Ending ?? Text.EnumNames.Of(command.Status)}).");
        }

        if (command.CancelledBy is null)
        {
            var cancelled = await call.Store.SaveAsync(command, command with { CancelledBy = call.Caller.UserArn });
            await EndIfWaitingAsync(cancelled, call);
            await call.Store.WakeAsync(WorkItem.OfInstance(command.InstanceId));
        }

        return Empty.Value;
    }

    // While another command of the instance runs, this one surely does not.
    private static async Task EndIfWaitingAsync(Command command, Call call)
    {
        var others = await call.Store.QueueAsync(command.InstanceId);
        if (command.AcknowledgedAt is null && others.Any(other => other.AcknowledgedAt is not null))
        {
            await call.Store.EndAsync(command, CommandStatus.Failed, CommandQueue.CancelledEnding(command));
        }
    }

    internal sealed record Request
    {
        [Description("The command.")]
        public required string CommandId { get; init; }
    }
}
