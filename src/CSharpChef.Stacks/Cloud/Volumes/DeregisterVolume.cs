using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Says("Takes a volume out of its stack. The volume itself stays.")]
internal sealed class DeregisterVolume : Operation<OneVolume, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(OneVolume request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        if (volume.InstanceId is { } instance)
        {
            throw Refuse.Invalid(
                $"Volume {volume.VolumeId} is assigned to the instance {instance}: unassign it first.");
        }

        await call.Store.RemoveAsync(volume);
        return Nothing.Here;
    }
}
