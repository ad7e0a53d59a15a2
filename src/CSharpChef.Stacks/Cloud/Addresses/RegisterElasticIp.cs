using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Registers an Elastic IP with a stack.")]
internal sealed class RegisterElasticIp : Change<RegisterElasticIp.Request, RegisterElasticIp.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        var ip = MachineAddress.Check("ElasticIp", request.ElasticIp, call.Server) ?? throw ApiError.Invalid("ElasticIp", "is required");
        await call.LockServerAsync();
        if (await call.Store.FindAsync<ElasticIp>(ip) is not null)
        {
            throw ApiError.Invalid("ElasticIp", $"is {ip}, which is already registered");
        }

        await call.Store.AddAsync(new ElasticIp
        {
            Ip = ip,
            StackId = stack.StackId,
            Domain = stack.VpcId is null ? "standard" : "vpc",
            Region = stack.Region,
        });
        return new(ip);
    }

    internal sealed record Request
    {
        [Description("The IP address.")]
        public required string ElasticIp { get; init; }

        [Description("The stack.")]
        public required string StackId { get; init; }
    }

    internal sealed record Response(string ElasticIp);
}
