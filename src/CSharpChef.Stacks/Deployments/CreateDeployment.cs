using CSharpChef.Stacks.Apps;
using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Deployments;

[Description(
    "Runs a command on instances: deploys an app, runs recipes, or runs a lifecycle event's recipes again. Returns at once.")]
internal sealed class CreateDeployment : Change<CreateDeployment.Request, CreateDeployment.Response>
{
    public override Right Right => Right.Deploy;

    private const int LongestComment = 1024;
    private const int LongestTime = 24 * 3600;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        DeploymentRules.Check(request.Command, request.AppId);
        Validate.Text("Comment", request.Comment, LongestComment);
        Validate.CustomJson(request.CustomJson);
        Validate.Range("TimeLimit", request.TimeLimit, 1, LongestTime);
        DeploymentRules.CheckPlan(request.Command.Name, request.Plan == true);
        var app = await FindAppAsync(stack, request.AppId, call);
        var targets = (await SelectTargetsAsync(stack, request, call))
            .Where(instance => DeploymentRules.RunsOn(request.Command.Name, instance.Status))
            .ToList();
        DeploymentRules.RequireTargets(request.Command.Name, targets.Count);
        DeploymentRules.RequireLayer(request.Command.Name, app, targets);
        var deployment = New(call.NewId(), request, targets, call);
        await DeploymentCreation.AddAsync(deployment, targets, call);
        return new(deployment.DeploymentId);
    }

    private static Deployment New(string id, Request request, IReadOnlyList<Instance> targets, Call call) => new()
    {
        DeploymentId = id,
        StackId = request.StackId,
        AppId = Patch.Merge(request.AppId, null),
        CreatedAt = call.Now,
        IamUserArn = call.Caller.UserArn,
        Comment = Patch.Merge(request.Comment, null),
        Command = request.Command,
        Status = DeploymentStatus.Running,
        CustomJson = Patch.Merge(request.CustomJson, null),
        InstanceIds = [.. targets.Select(target => target.InstanceId)],
        IsPlan = request.Plan == true,
        TimeLimit = request.TimeLimit,
    };

    private static async Task<App?> FindAppAsync(Stack stack, string? id, Call call)
    {
        var app = string.IsNullOrEmpty(id) ? null : await call.GetAsync<App>(id);
        return app is null || app.StackId == stack.StackId
            ? app
            : throw ApiError.Invalid("AppId", $"is the app {id}, which is not in the stack {stack.Name}");
    }

    private static async Task<IEnumerable<Instance>> SelectTargetsAsync(Stack stack, Request request, Call call)
    {
        if (request is { InstanceIds: null or { Count: 0 }, LayerIds: null or { Count: 0 } })
        {
            return await call.Store.ListAsync<Instance>(stack.StackId);
        }

        var targets = (await call.GetAsync<Instance>(request.InstanceIds ?? [])).ToList();
        foreach (var layer in request.LayerIds is { Count: > 0 } layers
            ? await InstanceLayers.GetAsync(stack.StackId, layers, call)
            : [])
        {
            targets.AddRange(await call.Store.ListAsync<Instance>(layer.LayerId));
        }

        return targets.FirstOrDefault(instance => instance.StackId != stack.StackId) is { } foreign
            ? throw ApiError.Invalid(
                "InstanceIds", $"names the instance {foreign.Label}, which is not in the stack {stack.Name}")
            : targets.DistinctBy(instance => instance.InstanceId);
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("The app, for commands of an app.")]
        public string? AppId { get; init; }

        [Description(
            "The instances. Default: all instances of the stack, unless LayerIds is set. Instances that are not online are skipped; with none online the call is refused.")]
        [Limit(Limits.InstanceIds)]
        public IReadOnlyList<string>? InstanceIds { get; init; }

        [Description("Layers whose instances run the command.")]
        public IReadOnlyList<string>? LayerIds { get; init; }

        [Description("The command to run.")]
        public required DeploymentCommand Command { get; init; }

        [Description("A comment for users.")]
        [Limit(4 * LongestComment)]
        [Multiline]
        public string? Comment { get; init; }

        [Description(
            "A JSON object of node attributes for recipes of this run, overriding the layer's; at most 120 KB.")]
        [Limit(Limits.CustomJsonBytes)]
        [Multiline]
        public string? CustomJson { get; init; }

        [Own]
        [Description(
            "The seconds for which the command may run on each instance, at most 86400. Default: 7200 for setup, 3600 for others.")]
        public int? TimeLimit { get; init; }

        [Own]
        [Description("Whether to say only what the command would change, in its log. Nothing is changed then.")]
        public bool? Plan { get; init; }
    }

    internal sealed record Response(string DeploymentId);
}
