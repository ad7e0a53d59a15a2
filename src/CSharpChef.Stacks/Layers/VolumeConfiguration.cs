using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>A volume of each instance of a layer, stored as data for recipes and providers.</summary>
internal sealed record VolumeConfiguration
{
    [Description("The mount point, such as /vol/data.")]
    public required string MountPoint { get; init; }

    [Description("The RAID level, if several disks form one volume.")]
    public int? RaidLevel { get; init; }

    [Description("The number of disks.")]
    public required int NumberOfDisks { get; init; }

    [Description("The total size in GiB.")]
    public required int Size { get; init; }

    [Description("standard, gp2, io1, st1 or sc1.")]
    public string? VolumeType { get; init; }

    [Description("I/O operations per second for each disk, for io1.")]
    public int? Iops { get; init; }

    [Description("Whether the volume is encrypted.")]
    public bool? Encrypted { get; init; }
}
