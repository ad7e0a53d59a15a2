using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances.Hardware;

/// <summary>A disk of the machine, stored as data for providers.</summary>
internal sealed record BlockDeviceMapping
{
    [Description("A device name such as /dev/sdb, or ROOT_DEVICE.")]
    public string? DeviceName { get; init; }

    [Description("Suppresses a device of the image.")]
    public string? NoDevice { get; init; }

    [Description("The name of an ephemeral disk.")]
    public string? VirtualName { get; init; }

    [Description("A persistent disk.")]
    public EbsBlockDevice? Ebs { get; init; }
}
