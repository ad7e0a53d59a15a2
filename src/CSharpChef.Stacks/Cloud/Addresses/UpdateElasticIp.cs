using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Says("Changes an address's name.")]
internal sealed class UpdateElasticIp : Operation<UpdateElasticIp.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var address = await call.GetAsync<ElasticIp>(request.ElasticIp);
        Validate.Text("Name", request.Name, 255);
        await call.Store.SaveAsync(address, address with { Name = Given.Over(request.Name, address.Name) });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The address.")]
        public required string ElasticIp { get; init; }

        [Says("What people call it.")]
        public string? Name { get; init; }
    }
}
