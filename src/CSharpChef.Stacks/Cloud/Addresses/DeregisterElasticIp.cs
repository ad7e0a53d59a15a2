using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Deregisters an Elastic IP from its stack.")]
internal sealed class DeregisterElasticIp : Change<ElasticIpRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(ElasticIpRequest request, Call call)
    {
        var address = await call.GetAsync<ElasticIp>(request.ElasticIp);
        if (address.InstanceId is { } instance)
        {
            throw ApiError.Invalid(
                $"Elastic IP {address.Ip} belongs to the instance {instance}: disassociate it first.");
        }

        await call.Store.RemoveAsync(address);
        return Empty.Value;
    }
}
