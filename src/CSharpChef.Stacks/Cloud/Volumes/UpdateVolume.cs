using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Cloud.Volumes;

[Description("Updates a volume's name or mount point.")]
internal sealed class UpdateVolume : Change<UpdateVolume.Request, Empty>
{
    public override Right Right => Right.Manage;

    protected override async Task<Empty> RunAsync(Request request, Call call)
    {
        var volume = await call.GetAsync<Volume>(request.VolumeId);
        Validate.Text("Name", request.Name, 255);
        if (request.MountPoint is { Length: > 0 } path)
        {
            VolumeRules.CheckMountPoint("MountPoint", path);
            await VolumeAssignment.RequireFreeAsync(volume, volume.InstanceId ?? "", path, call);
        }

        await call.Store.SaveAsync(volume, volume with
        {
            Name = Patch.Merge(request.Name, volume.Name),
            MountPoint = Patch.Merge(request.MountPoint, volume.MountPoint),
        });
        return Empty.Value;
    }

    internal sealed record Request
    {
        [Description("The volume.")]
        public required string VolumeId { get; init; }

        [Description("The display name.")]
        public string? Name { get; init; }

        [Description("The mount point.")]
        public string? MountPoint { get; init; }
    }
}
