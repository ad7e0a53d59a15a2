using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Says("Says that an address belongs to no instance any more.")]
internal sealed class DisassociateElasticIp : Operation<OneElasticIp, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(OneElasticIp request, Call call)
    {
        await ElasticIpOwner.TakeAsync(await call.GetAsync<ElasticIp>(request.ElasticIp), call);
        return Nothing.Here;
    }
}
