using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Says("Says that a volume belongs to an instance.")]
internal sealed class AssignVolume : Operation<AssignVolume.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        if (string.IsNullOrEmpty(request.InstanceId))
        {
            throw Refuse.Invalid("InstanceId", "is required");
        }

        var instance = await call.GetAsync<Instance>(request.InstanceId);
        VolumeStates.Assignable(volume, instance);
        await call.Store.SaveAsync(volume, volume with { InstanceId = instance.InstanceId, Status = "in-use" });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The volume.")]
        public required string VolumeId { get; init; }

        [Says("The instance, which must be stopped.")]
        public string? InstanceId { get; init; }
    }
}
