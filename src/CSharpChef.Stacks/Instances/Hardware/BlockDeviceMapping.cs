using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Hardware;

/// <summary>A disk of the machine. Kept as data for providers.</summary>
internal sealed record BlockDeviceMapping
{
    [Description("Like /dev/sdb or ROOT_DEVICE.")]
    public string? DeviceName { get; init; }

    [Description("Leaves a device of the image out.")]
    public string? NoDevice { get; init; }

    [Description("The name of a disk that goes with the machine.")]
    public string? VirtualName { get; init; }

    [Description("A disk that can outlive the machine.")]
    public EbsBlockDevice? Ebs { get; init; }
}
