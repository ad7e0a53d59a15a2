using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Databases;

[Description("Lists the databases of a stack.")]
internal sealed class DescribeRdsDbInstances
    : Query<DescribeRdsDbInstances.Request, DescribeRdsDbInstances.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var all = await call.Store.IdsAsync<RdsDbInstance>(stack.StackId);
        var arns = request.RdsDbInstanceArns is { Count: > 0 } given ? [.. given.Distinct()] : all;
        return arns.Except(all).FirstOrDefault() is { } unknown
            ? throw ApiError.Missing(RdsDbInstance.Noun, unknown)
            : new(call.Read<RdsDbInstance>(arns));
    }

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("ARNs of databases of the stack. Default: all.")]
        public IReadOnlyList<string>? RdsDbInstanceArns { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<RdsDbInstance> RdsDbInstances);
}
