using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Stacks;

/// <summary>What can be said of a stack when it is made, cloned or changed.</summary>
internal record StackSettings
{
    [Description("What people call it. It need not be unique.")]
    public string? Name { get; init; }

    [Description("Only Color: the stack's colour in the console, like rgb(45, 114, 184).")]
    [OneOf("Color")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Description("Kept for clients that send it; nothing here acts by it.")]
    public string? ServiceRoleArn { get; init; }

    [Description("Kept for clients that send it; nothing here acts by it.")]
    public string? DefaultInstanceProfileArn { get; init; }

    [Description("The operating system of new instances, as DescribeOperatingSystems lists it.")]
    public string? DefaultOs { get; init; }

    [Description("Where names of new instances come from.")]
    public string? HostnameTheme { get; init; }

    [Description("A label that new instances get.")]
    public string? DefaultAvailabilityZone { get; init; }

    [Description("A label that new instances get.")]
    public string? DefaultSubnetId { get; init; }

    [Description("A JSON object of attributes for all recipes of the stack, at most 120 KB.")]
    public string? CustomJson { get; init; }

    [Description("What runs recipes. Kept for clients that send it: recipes here are C#.")]
    public ChefVersion? ConfigurationManager { get; init; }

    [Description("Kept for clients that send it.")]
    public ChefConfiguration? ChefConfiguration { get; init; }

    [Description("Whether the stack's own cookbooks are used.")]
    public bool? UseCustomCookbooks { get; init; }

    [Description("Kept for clients that send it: security groups are a cloud's.")]
    public bool? UseOpsworksSecurityGroups { get; init; }

    [Description("Where the stack's cookbooks are.")]
    public Source? CustomCookbooksSource { get; init; }

    [Description("The name of the SSH key of new instances.")]
    public string? DefaultSshKeyName { get; init; }

    [Description("Whether a stopped machine keeps its disk: ebs keeps it.")]
    public RootDeviceType? DefaultRootDeviceType { get; init; }

    [Description("LATEST or a version. There is no agent on the machines; kept for clients that send it.")]
    public string? AgentVersion { get; init; }

    /// <summary>
    /// These settings where they are given, else those below; the result is of the kind of those below.
    /// </summary>
    public StackSettings MergeInto(StackSettings below) => below with
    {
        Name = Patch.Merge(Name, below.Name),
        Attributes = Patch.Merge(Attributes, below.Attributes),
        ServiceRoleArn = Patch.Merge(ServiceRoleArn, below.ServiceRoleArn),
        DefaultInstanceProfileArn = Patch.Merge(DefaultInstanceProfileArn, below.DefaultInstanceProfileArn),
        DefaultOs = Patch.Merge(DefaultOs, below.DefaultOs),
        HostnameTheme = Patch.Merge(HostnameTheme, below.HostnameTheme),
        DefaultAvailabilityZone = Patch.Merge(DefaultAvailabilityZone, below.DefaultAvailabilityZone),
        DefaultSubnetId = Patch.Merge(DefaultSubnetId, below.DefaultSubnetId),
        CustomJson = Patch.Merge(CustomJson, below.CustomJson),
        ConfigurationManager = ConfigurationManager ?? below.ConfigurationManager,
        ChefConfiguration = ChefConfiguration ?? below.ChefConfiguration,
        UseCustomCookbooks = UseCustomCookbooks ?? below.UseCustomCookbooks,
        UseOpsworksSecurityGroups = UseOpsworksSecurityGroups ?? below.UseOpsworksSecurityGroups,
        CustomCookbooksSource = Source.Merge(CustomCookbooksSource, below.CustomCookbooksSource),
        DefaultSshKeyName = Patch.Merge(DefaultSshKeyName, below.DefaultSshKeyName),
        DefaultRootDeviceType = DefaultRootDeviceType ?? below.DefaultRootDeviceType,
        AgentVersion = Patch.Merge(AgentVersion, below.AgentVersion),
    };
}
