using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Clusters;

[Description(
    "Lists, page by page, the ECS clusters of a stack, those with the given ARNs, or all that the caller may see.")]
internal sealed class DescribeEcsClusters : Query<DescribeEcsClusters.Request, DescribeEcsClusters.Response>
{
    public override Right Right => Right.Show;

    private const int MostResults = 100;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        Validate.Range("MaxResults", request.MaxResults, 1, MostResults);
        var all = (await ListAsync(request, call)).OrderBy(cluster => cluster.EcsClusterArn, StringComparer.Ordinal);
        var last = request.NextToken is { Length: > 0 } token ? PageToken.Read(EcsCluster.Kind, token) : "";
        var following = all.Where(cluster => string.CompareOrdinal(cluster.EcsClusterArn, last) > 0);
        var page = following.Take((request.MaxResults ?? MostResults) + 1).ToList();
        return page.Count <= (request.MaxResults ?? MostResults)
            ? new(page, null)
            : new(page[..^1], PageToken.After(EcsCluster.Kind, page[^2].EcsClusterArn));
    }

    private static async Task<IReadOnlyList<EcsCluster>> ListAsync(Request request, Call call) => request switch
    {
        { EcsClusterArns.Count: > 0, StackId.Length: > 0 } =>
            throw ApiError.Invalid("Please provide only one of EcsClusterArns, StackId."),
        { EcsClusterArns: { Count: > 0 } arns } => await call.GetAsync<EcsCluster>(arns),
        { StackId.Length: > 0 } =>
            await call.Store.ListAsync<EcsCluster>((await call.GetAsync<Stack>(request.StackId)).Id),
        _ => await call.AllowedAsync(await call.Store.AllAsync<EcsCluster>()),
    };

    internal sealed record Request
    {
        [Description("The clusters' ARNs. Specify EcsClusterArns, StackId, or neither for all.")]
        public IReadOnlyList<string>? EcsClusterArns { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }

        [Description("The token of the next page, from the previous response.")]
        [Limit(2 * TextShape.DefaultMaxBytes)]
        public string? NextToken { get; init; }

        [Description("The page size, at most 100.")]
        public int? MaxResults { get; init; }
    }

    internal sealed record Response(IReadOnlyList<EcsCluster> EcsClusters, string? NextToken);
}
