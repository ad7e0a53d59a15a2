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
        var databases = await call.Store.ListAsync<RdsDbInstance>(stack.StackId);
        return new(request.RdsDbInstanceArns is { Count: > 0 } arns
            ? [.. arns.Select(arn => Find(databases, arn))]
            : databases);
    }

    private static RdsDbInstance Find(IReadOnlyList<RdsDbInstance> databases, string arn) =>
        databases.FirstOrDefault(database => database.RdsDbInstanceArn == arn)
            ?? throw ApiError.Missing(RdsDbInstance.Noun, arn);

    internal sealed record Request
    {
        [Description("The stack.")]
        public required string StackId { get; init; }

        [Description("ARNs of databases of the stack. Default: all.")]
        public IReadOnlyList<string>? RdsDbInstanceArns { get; init; }
    }

    internal sealed record Response(IReadOnlyList<RdsDbInstance> RdsDbInstances);
}
