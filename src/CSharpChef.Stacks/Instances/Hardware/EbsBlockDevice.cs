using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Hardware;

internal sealed record EbsBlockDevice
{
    [Description("The snapshot that the disk starts from.")]
    public string? SnapshotId { get; init; }

    [Description("I/O operations per second.")]
    public int? Iops { get; init; }

    [Description("The size in GiB.")]
    public int? VolumeSize { get; init; }

    [Description("gp2, io1 or standard.")]
    [OneOf("gp2", "io1", "standard")]
    public string? VolumeType { get; init; }

    [Description("Whether the disk is deleted with the machine.")]
    public bool? DeleteOnTermination { get; init; }
}
