using CSharpChef.Stacks.Deployments;
using CSharpChef.Stacks.Deployments.Records;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Runs.Records;

[Description("Describes deployments with a snapshot of what they ran: cookbooks, app, custom JSON, instances and recipes.")]
internal sealed class DescribeDeploymentDetails
    : Query<DescribeDeploymentDetails.Request, DescribeDeploymentDetails.Response>
{
    private const int Most = 20;

    public override string Prefix => Own;

    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var shown = new List<DeploymentDetails>();
        foreach (var deployment in await call.GetAsync<Deployment>(request.DeploymentIds))
        {
            shown.Add(await OfAsync(deployment, call));
        }

        return new(shown);
    }

    private static async Task<DeploymentDetails> OfAsync(Deployment deployment, Call call)
    {
        var runs = new List<CommandRun>();
        foreach (var id in await call.Store.IdsAsync<Command>(deployment.DeploymentId))
        {
            runs.AddRange(await call.Store.FindRunAsync(id) is { } run ? [run] : Array.Empty<CommandRun>());
        }

        return DeploymentDetails.Of(deployment) with
        {
            CookbooksStates = [.. runs.Select(run => run.CookbooksState).OfType<string>().Distinct()],
            Recipes = [.. runs.SelectMany(run => run.Recipes).Distinct()],
        };
    }

    internal sealed record Request
    {
        [Description("The deployments, at most 20.")]
        [Limit(Most)]
        public required IReadOnlyList<string> DeploymentIds { get; init; }
    }

    internal sealed record Response(IReadOnlyList<DeploymentDetails> Deployments);
}
