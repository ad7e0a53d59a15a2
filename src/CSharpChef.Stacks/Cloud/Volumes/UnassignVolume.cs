using CSharpChef.Stacks.Instances;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Says("Says that a volume belongs to no instance any more.")]
internal sealed class UnassignVolume : Operation<OneVolume, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(OneVolume request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        if (volume.InstanceId is null)
        {
            throw Refuse.Invalid($"Volume {volume.VolumeId} is assigned to no instance.");
        }

        VolumeStates.Stopped(await call.GetAsync<Instance>(volume.InstanceId));
        await call.Store.SaveAsync(volume, volume with { InstanceId = null, Status = "available" });
        return Nothing.Here;
    }
}
