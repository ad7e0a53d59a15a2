using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;

namespace CSharpChef.Stacks.Fleet;

/// <summary>Runs a command on the machine of an instance.</summary>
internal interface ICommandRunner
{
    /// <param name="command">The command.</param>
    /// <param name="instance">The instance, whose machine can be logged in to.</param>
    /// <param name="store">
    /// Stores each part of the command before it is sent to the machine; null for a plan, which changes nothing there.
    /// </param>
    /// <param name="cancel">Ends the command after its current step.</param>
    /// <param name="ct">Leaves the command: the machine goes on with it.</param>
    Task<CommandResult> RunAsync(
        Command command, Instance instance, Func<CommandPart?, Task> store, CancellationToken cancel,
        CancellationToken ct);
}
