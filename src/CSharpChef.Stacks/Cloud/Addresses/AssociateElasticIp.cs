using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Says("Says that an address belongs to an instance. It is taken from another that had it.")]
internal sealed class AssociateElasticIp : Operation<AssociateElasticIp.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var address = await call.GetAsync<ElasticIp>(request.ElasticIp);
        if (string.IsNullOrEmpty(request.InstanceId))
        {
            throw Refuse.Invalid("InstanceId", "is required");
        }

        var instance = await call.GetAsync<Instance>(request.InstanceId);
        if (instance.StackId != address.StackId)
        {
            throw Refuse.Invalid(
                "InstanceId",
                $"is the instance {instance.InstanceId}, which is not in the address's stack {address.StackId}");
        }

        await ElasticIpOwner.GiveAsync(address, instance, call);
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The address.")]
        public required string ElasticIp { get; init; }

        [Says("The instance.")]
        public string? InstanceId { get; init; }
    }
}
