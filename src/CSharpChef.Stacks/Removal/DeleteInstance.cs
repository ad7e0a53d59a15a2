using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Removal;

[Says("Removes a stopped instance and its machine's disk.")]
internal sealed class DeleteInstance : Operation<DeleteInstance.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        InstanceStates.Deletable(instance);
        await InstanceLeftovers.RemoveAsync(
            instance, request.DeleteElasticIp == true, request.DeleteVolumes == true, call);
        await call.Store.RemoveAsync(instance);
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The instance.")]
        public required string InstanceId { get; init; }

        [Says("Whether its fixed address is deregistered too; it stays with the stack if not.")]
        public bool? DeleteElasticIp { get; init; }

        [Says("Whether its volumes are deregistered too; they stay with the stack if not.")]
        public bool? DeleteVolumes { get; init; }
    }
}
