using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Says("Changes a volume's name or mount point.")]
internal sealed class UpdateVolume : Operation<UpdateVolume.Request, Nothing>
{
    public override Right Right => Right.Manage;

    protected override async Task<Nothing> RunAsync(Request request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        Validate.Text("Name", request.Name, 255);
        if (request.MountPoint is { Length: > 0 } path)
        {
            VolumeRules.MountPoint("MountPoint", path);
        }

        await call.Store.SaveAsync(volume, volume with
        {
            Name = Given.Over(request.Name, volume.Name),
            MountPoint = Given.Over(request.MountPoint, volume.MountPoint),
        });
        return Nothing.Here;
    }

    internal sealed record Request
    {
        [Says("The volume.")]
        public required string VolumeId { get; init; }

        [Says("What people call it.")]
        public string? Name { get; init; }

        [Says("Where it is mounted.")]
        public string? MountPoint { get; init; }
    }
}
