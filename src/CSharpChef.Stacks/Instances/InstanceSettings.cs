using CSharpChef.Stacks.Instances.Hardware;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Instances;

/// <summary>The settings of an instance in requests that create one, or update one that is stopped.</summary>
internal record InstanceSettings
{
    [Description("The instance's layers, at least one.")]
    public IReadOnlyList<string>? LayerIds { get; init; }

    [Description("The size of the machine, as defined by the provider.")]
    public string? InstanceType { get; init; }

    [Description(
        "load or timer for instances started and stopped by load or by schedule. Default: started and stopped by users.")]
    public AutoScalingType? AutoScalingType { get; init; }

    [Description("Letters, digits and dashes, at most 63. Unique in the stack. Default: a name of the stack's theme.")]
    public string? Hostname { get; init; }

    [Description("The operating system, a name or id listed by DescribeOperatingSystems; an instance with another one is stored and cannot be started. Default: the stack's.")]
    public string? Os { get; init; }

    [Description("The image, only when Os is Custom.")]
    public string? AmiId { get; init; }

    [Description("The name of the SSH key. Default: the stack's.")]
    public string? SshKeyName { get; init; }

    [Description("x86_64 or i386.")]
    public Architecture? Architecture { get; init; }

    [Description("False to leave out the updates of packages in the first Setup after a start.")]
    public bool? InstallUpdatesOnBoot { get; init; }

    [Description("Stored but not used.")]
    public bool? EbsOptimized { get; init; }

    [Description("INHERIT or a version. Stored but not used: machines run no agent.")]
    public string? AgentVersion { get; init; }

    /// <summary>
    /// Returns the current settings with these applied; settings that are null keep their current value.
    /// </summary>
    public InstanceSettings MergeInto(InstanceSettings current) => current with
    {
        LayerIds = LayerIds?.Distinct().ToList() ?? current.LayerIds,
        InstanceType = Patch.Merge(InstanceType, current.InstanceType),
        AutoScalingType = AutoScalingType ?? current.AutoScalingType,
        Hostname = Patch.Merge(Hostname, current.Hostname),
        Os = Patch.Merge(Os, current.Os),
        AmiId = Patch.Merge(AmiId, current.AmiId),
        SshKeyName = Patch.Merge(SshKeyName, current.SshKeyName),
        Architecture = Architecture ?? current.Architecture,
        InstallUpdatesOnBoot = InstallUpdatesOnBoot ?? current.InstallUpdatesOnBoot,
        EbsOptimized = EbsOptimized ?? current.EbsOptimized,
        AgentVersion = Patch.Merge(AgentVersion, current.AgentVersion),
    };
}
