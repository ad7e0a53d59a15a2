using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Hardware;

internal sealed record EbsBlockDevice
{
    [Says("What it starts from.")]
    public string? SnapshotId { get; init; }

    [Says("Operations a second.")]
    public int? Iops { get; init; }

    [Says("In GiB.")]
    public int? VolumeSize { get; init; }

    [Says("gp2, io1 or standard.")]
    [OneOf("gp2", "io1", "standard")]
    public string? VolumeType { get; init; }

    [Says("Whether it goes with the machine.")]
    public bool? DeleteOnTermination { get; init; }
}
