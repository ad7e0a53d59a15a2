using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Lists the Elastic IPs of a stack or instance, or those with the given addresses.")]
internal sealed class DescribeElasticIps : Query<DescribeElasticIps.Request, DescribeElasticIps.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) =>
        new(await Selectors.ReadAsync<ElasticIp>(
        call,
        Selectors.Under<Instance, ElasticIp>("InstanceId", request.InstanceId),
        Selectors.Under<Stack, ElasticIp>("StackId", request.StackId),
        Selectors.ByIds<ElasticIp>("Ips", request.Ips)));

    internal sealed record Request
    {
        [Description("The instance. Specify one of InstanceId, StackId and Ips.")]
        public string? InstanceId { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }

        [Description("The IP addresses.")]
        public IReadOnlyList<string>? Ips { get; init; }
    }

    internal sealed record Response(IAsyncEnumerable<ElasticIp> ElasticIps);
}
