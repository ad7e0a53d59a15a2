using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Deregisters a volume from its stack. The volume itself is not changed.")]
internal sealed class DeregisterVolume : Change<VolumeRequest, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(VolumeRequest request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        if (volume.InstanceId is { } instance)
        {
            throw ApiError.Invalid(
                $"Volume {volume.VolumeId} is assigned to the instance {instance}: unassign it first.");
        }

        await call.Store.RemoveAsync(volume);
        return Empty.Value;
    }
}
