using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Updates the name of an Elastic IP.")]
internal sealed class UpdateElasticIp : Change<UpdateElasticIp.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var address = await call.GetAsync<ElasticIp>(request.ElasticIp);
        Validate.Text("Name", request.Name, 255);
        await call.Store.SaveAsync(address, address with { Name = Patch.Merge(request.Name, address.Name) });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The IP address.")]
        public required string ElasticIp { get; init; }

        [Description("The display name.")]
        public string? Name { get; init; }
    }
}
