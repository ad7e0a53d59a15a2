using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>A volume each instance of a layer shall have. Kept as data for recipes and providers.</summary>
internal sealed record VolumeConfiguration
{
    [Says("Where it is mounted, like /vol/data.")]
    public required string MountPoint { get; init; }

    [Says("The RAID level, if several disks form one volume.")]
    public int? RaidLevel { get; init; }

    [Says("How many disks.")]
    public required int NumberOfDisks { get; init; }

    [Says("The whole size in GiB.")]
    public required int Size { get; init; }

    [Says("standard, gp2, io1, st1 or sc1.")]
    public string? VolumeType { get; init; }

    [Says("Operations a second and disk, of io1.")]
    public int? Iops { get; init; }

    [Says("Whether it is encrypted.")]
    public bool? Encrypted { get; init; }
}
