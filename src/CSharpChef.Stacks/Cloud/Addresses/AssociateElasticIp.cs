using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Addresses;

[Description("Records that an Elastic IP belongs to an instance, and no longer to any other.")]
internal sealed class AssociateElasticIp : Change<AssociateElasticIp.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var address = await call.GetAsync<ElasticIp>(request.ElasticIp);
        if (string.IsNullOrEmpty(request.InstanceId))
        {
            throw ApiError.Invalid("InstanceId", "is required");
        }

        var instance = await call.GetAsync<Instance>(request.InstanceId);
        if (instance.StackId != address.StackId)
        {
            throw ApiError.Invalid(
                "InstanceId",
                $"is the instance {instance.Label}, which is not in the address's stack {address.StackId}");
        }

        await ElasticIpAssignment.AssociateAsync(address, instance, call);
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The IP address.")]
        public required string ElasticIp { get; init; }

        [Description("The instance.")]
        public string? InstanceId { get; init; }
    }
}
