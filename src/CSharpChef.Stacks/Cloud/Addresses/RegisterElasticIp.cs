using System.Net;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Registers an Elastic IP with a stack.")]
internal sealed class RegisterElasticIp : Change<RegisterElasticIp.Request, RegisterElasticIp.Response>
{
    public override Right Right => Right.Manage;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        var stack = await call.GetAsync<Stack>(request.StackId);
        if (!IPAddress.TryParse(request.ElasticIp, out var ip))
        {
            throw ApiError.Invalid("ElasticIp", $"is '{Excerpt.Of(request.ElasticIp)}', which is not an IP address");
        }

        await call.LockServerAsync();
        if (await call.Store.FindAsync<ElasticIp>(ip.ToString()) is not null)
        {
            throw ApiError.Invalid("ElasticIp", $"is {ip}, which is already registered");
        }

        await call.Store.AddAsync(new ElasticIp
        {
            Ip = ip.ToString(),
            StackId = stack.StackId,
            Domain = stack.VpcId is null ? "standard" : "vpc",
            Region = stack.Region,
        });
        return new(ip.ToString());
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
