using CSharpChef.Stacks.Instances.Hardware;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

/// <summary>What can be said of an instance when it is made, and later while it is stopped.</summary>
internal record InstanceSettings
{
    [Description("Its layers, one at least.")]
    public IReadOnlyList<string>? LayerIds { get; init; }

    [Description("The size of the machine; what it means is up to the provider.")]
    public string? InstanceType { get; init; }

    [Description("load or timer for instances that are started and stopped by load or by the clock; without it, people do.")]
    public AutoScalingType? AutoScalingType { get; init; }

    [Description("Letters, digits and dashes, at most 63. Unique in the stack. From the stack's theme if not given.")]
    public string? Hostname { get; init; }

    [Description("The operating system, as DescribeOperatingSystems lists it; the stack's if not given.")]
    public string? Os { get; init; }

    [Description("The image, when Os is Custom.")]
    public string? AmiId { get; init; }

    [Description("The name of the SSH key; the stack's if not given.")]
    public string? SshKeyName { get; init; }

    [Description("x86_64 or i386.")]
    public Architecture? Architecture { get; init; }

    [Description("Whether updates of the operating system are installed once after boot; true if not given.")]
    public bool? InstallUpdatesOnBoot { get; init; }

    [Description("Kept for clients that send it.")]
    public bool? EbsOptimized { get; init; }

    [Description("INHERIT or a version. There is no agent on the machines; kept for clients that send it.")]
    public string? AgentVersion { get; init; }

    /// <summary>
    /// These settings where they are given, else those below; the result is of the kind of those below.
    /// </summary>
    public InstanceSettings Over(InstanceSettings below) => below with
    {
        LayerIds = LayerIds?.Distinct().ToList() ?? below.LayerIds,
        InstanceType = Patch.Merge(InstanceType, below.InstanceType),
        AutoScalingType = AutoScalingType ?? below.AutoScalingType,
        Hostname = Patch.Merge(Hostname, below.Hostname),
        Os = Patch.Merge(Os, below.Os),
        AmiId = Patch.Merge(AmiId, below.AmiId),
        SshKeyName = Patch.Merge(SshKeyName, below.SshKeyName),
        Architecture = Architecture ?? below.Architecture,
        InstallUpdatesOnBoot = InstallUpdatesOnBoot ?? below.InstallUpdatesOnBoot,
        EbsOptimized = EbsOptimized ?? below.EbsOptimized,
        AgentVersion = Patch.Merge(AgentVersion, below.AgentVersion),
    };
}
