using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Deployments;

[Description(
    "Runs a command again that has ended without success: with the same arguments, on the same instance, with the cookbooks that the stack has now.")]
internal sealed class RetryCommand : Change<RetryCommand.Request, RetryCommand.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Deploy;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var command = await call.GetAsync<Command>(request.CommandId);
        var name = RetryRules.Check(command);
        var instance = await call.GetAsync<Instance>(command.InstanceId);
        DeploymentRules.RequireTargets(name, DeploymentRules.RunsOn(name, instance.Status) ? 1 : 0);
        var original = command.DeploymentId is { } id ? await call.Store.FindAsync<Deployment>(id) : null;
        if (original is { AppId: { } app, DeletedApp: null })
        {
            await call.GetAsync<App>(app);
        }

        var retried = await DeploymentCreation.AddAsync(
            RetryRules.Again(command, name, original, call.NewId(), call.Caller.UserArn, call.Now), [instance], call);
        return new(retried!.CommandId, retried.DeploymentId!);
    }

    internal sealed record Request
    {
        [Description("The command.")]
        public required string CommandId { get; init; }
    }

    /// <param name="CommandId">The new command.</param>
    /// <param name="DeploymentId">Its deployment.</param>
    internal sealed record Response(string CommandId, string DeploymentId);
}
