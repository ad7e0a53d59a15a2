using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Clusters;

[Description("Registers an ECS cluster with a stack.")]
internal sealed class RegisterEcsCluster : Change<RegisterEcsCluster.Request, RegisterEcsCluster.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        if (request.EcsClusterArn.Split(':', 6) is not ["arn", _, "ecs", _, _, var path]
            || path.Split('/') is not ["cluster", { Length: > 0 } name])
        {
            throw ApiError.Malformed(
                "EcsClusterArn",
                request.EcsClusterArn,
                "it must look like arn:aws:ecs:REGION:ACCOUNT:cluster/NAME");
        }

        await call.LockServerAsync();
        if (await call.Store.FindAsync<EcsCluster>(request.EcsClusterArn) is not null)
        {
            throw ApiError.Invalid("EcsClusterArn", $"is {request.EcsClusterArn}, which is already registered");
        }

        await call.Store.AddAsync(new EcsCluster
        {
            EcsClusterArn = request.EcsClusterArn,
            EcsClusterName = name,
            StackId = stack.StackId,
            RegisteredAt = call.Now,
        });
        return new(request.EcsClusterArn);
    }

    internal sealed record Request
    {
        [Description("The cluster's ARN, such as arn:aws:ecs:REGION:ACCOUNT:cluster/NAME.")]
        public required string EcsClusterArn { get; init; }

        [Description("The stack.")]
        public required string StackId { get; init; }
    }

    internal sealed record Response(string EcsClusterArn);
}
