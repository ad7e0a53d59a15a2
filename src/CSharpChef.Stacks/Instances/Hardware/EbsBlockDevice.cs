using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Hardware;

internal sealed record EbsBlockDevice
{
    [Description("What it starts from.")]
    public string? SnapshotId { get; init; }

    [Description("Operations a second.")]
    public int? Iops { get; init; }

    [Description("In GiB.")]
    public int? VolumeSize { get; init; }

    [Description("gp2, io1 or standard.")]
    [OneOf("gp2", "io1", "standard")]
    public string? VolumeType { get; init; }

    [Description("Whether it goes with the machine.")]
    public bool? DeleteOnTermination { get; init; }
}
