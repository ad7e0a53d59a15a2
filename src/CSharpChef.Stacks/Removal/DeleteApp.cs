using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Removal;

[Description("Deletes an app. The online instances of its layers run their Undeploy recipes for it afterwards.")]
internal sealed class DeleteApp : Change<DeleteApp.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var app = await call.GetAsync<App>(request.AppId);
        await call.Store.RemoveAsync(app);
        var online = await call.Store.ListAsync<Instance>(
            Instance.StateOwner(app.StackId, InstanceStatus.Online));
        var targets = online.Where(instance => AppLayers.IsFor(app, instance)).ToList();
        if (targets.Count > 0)
        {
            await UndeployAsync(app, targets, call);
        }

        return Empty.Value;
    }

    private static Task UndeployAsync(App app, IReadOnlyList<Instance> targets, Call call) =>
        DeploymentCreation.AddAsync(NewDeployment(app, targets, call), targets, call);

    private static Deployment NewDeployment(App app, IReadOnlyList<Instance> targets, Call call) =>
        new()
        {
            DeploymentId = call.NewId(),
            StackId = app.StackId,
            AppId = app.AppId,
            CreatedAt = call.Now,
            IamUserArn = call.Caller.UserArn,
            Comment = $"the app {app.Shortname} was deleted",
            Command = new() { Name = CommandName.Undeploy },
            Status = DeploymentStatus.Running,
            InstanceIds = [.. targets.Select(target => target.InstanceId)],
            DeletedApp = DeletedApp.Of(app),
        };

    internal sealed record Request
    {
        [Description("The app.")]
        public required string AppId { get; init; }
    }
}
