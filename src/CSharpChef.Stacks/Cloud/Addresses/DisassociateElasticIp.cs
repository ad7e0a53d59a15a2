using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Says that an address belongs to no instance any more.")]
internal sealed class DisassociateElasticIp : Change<ElasticIpRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(ElasticIpRequest request, Call call)
    {
        await ElasticIpOwner.TakeAsync(await call.GetAsync<ElasticIp>(request.ElasticIp), call);
        return Empty.Value;
    }
}
