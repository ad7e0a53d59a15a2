using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>A volume each instance of a layer shall have. Kept as data for recipes and providers.</summary>
internal sealed record VolumeConfiguration
{
    [Description("Where it is mounted, like /vol/data.")]
    public required string MountPoint { get; init; }

    [Description("The RAID level, if several disks form one volume.")]
    public int? RaidLevel { get; init; }

    [Description("How many disks.")]
    public required int NumberOfDisks { get; init; }

    [Description("The whole size in GiB.")]
    public required int Size { get; init; }

    [Description("standard, gp2, io1, st1 or sc1.")]
    public string? VolumeType { get; init; }

    [Description("Operations a second and disk, of io1.")]
    public int? Iops { get; init; }

    [Description("Whether it is encrypted.")]
    public bool? Encrypted { get; init; }
}
