using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Removal;

[Description("Removes a stopped instance and its machine's disk.")]
internal sealed class DeleteInstance : Change<DeleteInstance.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var instance = await call.GetAsync<Instance>(request.InstanceId);
        InstanceStates.Deletable(instance);
        await InstanceLeftovers.RemoveAsync(
            instance, request.DeleteElasticIp == true, request.DeleteVolumes == true, call);
        await call.Store.RemoveAsync(instance);
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The instance.")]
        public required string InstanceId { get; init; }

        [Description("Whether its fixed address is deregistered too; it stays with the stack if not.")]
        public bool? DeleteElasticIp { get; init; }

        [Description("Whether its volumes are deregistered too; they stay with the stack if not.")]
        public bool? DeleteVolumes { get; init; }
    }
}
