using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Lists the fixed addresses of a stack or instance, or those given.")]
internal sealed class DescribeElasticIps : Query<DescribeElasticIps.Request, DescribeElasticIps.Response>
{
    public override Right Right => Right.Show;

    protected override async Task<Response> RunAsync(Request request, Call call) => Selectors.Only(
        ("InstanceId", request.InstanceId), ("StackId", request.StackId), ("Ips", request.Ips)) switch
    {
        "InstanceId" =>
            new(await call.Store.ListAsync<ElasticIp>((await call.GetAsync<Instance>(request.InstanceId)).Id)),
        "StackId" => new(await call.Store.ListAsync<ElasticIp>((await call.GetAsync<Stack>(request.StackId)).Id)),
        _ => new(await call.GetAsync<ElasticIp>(request.Ips!)),
    };

    internal sealed record Request
    {
        [Description("The instance. Give one of InstanceId, StackId and Ips.")]
        public string? InstanceId { get; init; }

        [Description("The stack.")]
        public string? StackId { get; init; }

        [Description("The addresses.")]
        public IReadOnlyList<string>? Ips { get; init; }
    }

    internal sealed record Response(IReadOnlyList<ElasticIp> ElasticIps);
}
