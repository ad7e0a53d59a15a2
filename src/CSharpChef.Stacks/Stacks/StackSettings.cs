using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Stacks;

/// <summary>The settings of a stack in requests that create, clone or update one.</summary>
internal record StackSettings
{
    [Description("The display name. It need not be unique.")]
    public string? Name { get; init; }

    [Description("Only Color: the stack's color in the console, such as rgb(45, 114, 184).")]
    [OneOf("Color")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Description("Stored but not used.")]
    public string? ServiceRoleArn { get; init; }

    [Description("Stored but not used.")]
    public string? DefaultInstanceProfileArn { get; init; }

    [Description("The default operating system of new instances, a name or id listed by DescribeOperatingSystems. Another one is stored, and no instance starts with it.")]
    public string? DefaultOs { get; init; }

    [Description("The hostname theme that names new instances.")]
    public string? HostnameTheme { get; init; }

    [Description("The default availability zone label of new instances.")]
    public string? DefaultAvailabilityZone { get; init; }

    [Description("The default subnet label of new instances.")]
    public string? DefaultSubnetId { get; init; }

    [Description("A JSON object of node attributes for all recipes of the stack, at most 120 KB.")]
    [Limit(Limits.CustomJsonBytes)]
    [Multiline]
    public string? CustomJson { get; init; }

    [Description("The Chef version. Stored but not used: recipes are written in C#.")]
    public ChefVersion? ConfigurationManager { get; init; }

    [Description("Stored but not used.")]
    public ChefConfiguration? ChefConfiguration { get; init; }

    [Description("Whether the stack uses custom cookbooks.")]
    public bool? UseCustomCookbooks { get; init; }

    [Description("Stored but not used: security groups belong to a cloud.")]
    public bool? UseOpsworksSecurityGroups { get; init; }

    [Description("The source of the custom cookbooks.")]
    public Source? CustomCookbooksSource { get; init; }

    [Description("The default SSH key name of new instances.")]
    public string? DefaultSshKeyName { get; init; }

    [Description("The default root device type of new instances: with ebs a stopped machine keeps its disk.")]
    public RootDeviceType? DefaultRootDeviceType { get; init; }

    [Description("LATEST or a version. Stored but not used: machines run no agent.")]
    public string? AgentVersion { get; init; }

    /// <summary>
    /// Returns the current settings with these applied; settings that are null keep their current value.
    /// </summary>
    public StackSettings MergeInto(StackSettings current) => current with
    {
        Name = Patch.Merge(Name, current.Name),
        Attributes = Patch.Merge(Attributes, current.Attributes),
        ServiceRoleArn = Patch.Merge(ServiceRoleArn, current.ServiceRoleArn),
        DefaultInstanceProfileArn = Patch.Merge(DefaultInstanceProfileArn, current.DefaultInstanceProfileArn),
        DefaultOs = Patch.Merge(DefaultOs, current.DefaultOs),
        HostnameTheme = Patch.Merge(HostnameTheme, current.HostnameTheme),
        DefaultAvailabilityZone = Patch.Merge(DefaultAvailabilityZone, current.DefaultAvailabilityZone),
        DefaultSubnetId = Patch.Merge(DefaultSubnetId, current.DefaultSubnetId),
        CustomJson = Patch.Merge(CustomJson, current.CustomJson),
        ConfigurationManager = ConfigurationManager ?? current.ConfigurationManager,
        ChefConfiguration = ChefConfiguration ?? current.ChefConfiguration,
        UseCustomCookbooks = UseCustomCookbooks ?? current.UseCustomCookbooks,
        UseOpsworksSecurityGroups = UseOpsworksSecurityGroups ?? current.UseOpsworksSecurityGroups,
        CustomCookbooksSource = Source.Merge(CustomCookbooksSource, current.CustomCookbooksSource),
        DefaultSshKeyName = Patch.Merge(DefaultSshKeyName, current.DefaultSshKeyName),
        DefaultRootDeviceType = DefaultRootDeviceType ?? current.DefaultRootDeviceType,
        AgentVersion = Patch.Merge(AgentVersion, current.AgentVersion),
    };
}
