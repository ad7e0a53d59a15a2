using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Says("Takes an address out of its stack.")]
internal sealed class DeregisterElasticIp : Operation<OneElasticIp, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(OneElasticIp request, Call call)
    {
        var address = await call.GetAsync<ElasticIp>(request.ElasticIp);
        if (address.InstanceId is { } instance)
        {
            throw Refuse.Invalid($"Elastic IP {address.Ip} belongs to the instance {instance}: disassociate it first.");
        }

        await call.Store.RemoveAsync(address);
        return Nothing.Here;
    }
}
