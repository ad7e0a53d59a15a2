using CSharpChef.Stacks.Instances.Hardware;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

/// <summary>What can be said of an instance when it is made, and later while it is stopped.</summary>
internal record InstanceSettings
{
    [Says("Its layers, one at least.")]
    public IReadOnlyList<string>? LayerIds { get; init; }

    [Says("The size of the machine; what it means is up to the provider.")]
    public string? InstanceType { get; init; }

    [Says("load or timer for instances that are started and stopped by load or by the clock; without it, people do.")]
    public AutoScalingType? AutoScalingType { get; init; }

    [Says("Letters, digits and dashes, at most 63. Unique in the stack. From the stack's theme if not given.")]
    public string? Hostname { get; init; }

    [Says("The operating system, as DescribeOperatingSystems lists it; the stack's if not given.")]
    public string? Os { get; init; }

    [Says("The image, when Os is Custom.")]
    public string? AmiId { get; init; }

    [Says("The name of the SSH key; the stack's if not given.")]
    public string? SshKeyName { get; init; }

    [Says("x86_64 or i386.")]
    public Architecture? Architecture { get; init; }

    [Says("Whether updates of the operating system are installed once after boot; true if not given.")]
    public bool? InstallUpdatesOnBoot { get; init; }

    [Says("Kept for clients that send it.")]
    public bool? EbsOptimized { get; init; }

    [Says("INHERIT or a version. There is no agent on the machines; kept for clients that send it.")]
    public string? AgentVersion { get; init; }

    /// <summary>
    /// These settings where they are given, else those below; the result is of the kind of those below.
    /// </summary>
    public InstanceSettings Over(InstanceSettings below) => below with
    {
        LayerIds = LayerIds?.Distinct().ToList() ?? below.LayerIds,
        InstanceType = Given.Over(InstanceType, below.InstanceType),
        AutoScalingType = AutoScalingType ?? below.AutoScalingType,
        Hostname = Given.Over(Hostname, below.Hostname),
        Os = Given.Over(Os, below.Os),
        AmiId = Given.Over(AmiId, below.AmiId),
        SshKeyName = Given.Over(SshKeyName, below.SshKeyName),
        Architecture = Architecture ?? below.Architecture,
        InstallUpdatesOnBoot = InstallUpdatesOnBoot ?? below.InstallUpdatesOnBoot,
        EbsOptimized = EbsOptimized ?? below.EbsOptimized,
        AgentVersion = Given.Over(AgentVersion, below.AgentVersion),
    };
}
