using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Stacks;

/// <summary>What can be said of a stack when it is made, cloned or changed.</summary>
internal record StackSettings
{
    [Says("What people call it. It need not be unique.")]
    public string? Name { get; init; }

    [Says("Only Color: the stack's colour in the console, like rgb(45, 114, 184).")]
    [OneOf("Color")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Says("Kept for clients that send it; nothing here acts by it.")]
    public string? ServiceRoleArn { get; init; }

    [Says("Kept for clients that send it; nothing here acts by it.")]
    public string? DefaultInstanceProfileArn { get; init; }

    [Says("The operating system of new instances, as DescribeOperatingSystems lists it.")]
    public string? DefaultOs { get; init; }

    [Says("Where names of new instances come from.")]
    public string? HostnameTheme { get; init; }

    [Says("A label that new instances get.")]
    public string? DefaultAvailabilityZone { get; init; }

    [Says("A label that new instances get.")]
    public string? DefaultSubnetId { get; init; }

    [Says("A JSON object of attributes for all recipes of the stack, at most 120 KB.")]
    public string? CustomJson { get; init; }

    [Says("What runs recipes. Kept for clients that send it: recipes here are C#.")]
    public ChefVersion? ConfigurationManager { get; init; }

    [Says("Kept for clients that send it.")]
    public ChefConfiguration? ChefConfiguration { get; init; }

    [Says("Whether the stack's own cookbooks are used.")]
    public bool? UseCustomCookbooks { get; init; }

    [Says("Kept for clients that send it: security groups are a cloud's.")]
    public bool? UseOpsworksSecurityGroups { get; init; }

    [Says("Where the stack's cookbooks are.")]
    public Source? CustomCookbooksSource { get; init; }

    [Says("The name of the SSH key of new instances.")]
    public string? DefaultSshKeyName { get; init; }

    [Says("Whether a stopped machine keeps its disk: ebs keeps it.")]
    public RootDeviceType? DefaultRootDeviceType { get; init; }

    [Says("LATEST or a version. There is no agent on the machines; kept for clients that send it.")]
    public string? AgentVersion { get; init; }

    /// <summary>
    /// These settings where they are given, else those below; the result is of the kind of those below.
    /// </summary>
    public StackSettings Over(StackSettings below) => below with
    {
        Name = Given.Over(Name, below.Name),
        Attributes = Given.Over(Attributes, below.Attributes),
        ServiceRoleArn = Given.Over(ServiceRoleArn, below.ServiceRoleArn),
        DefaultInstanceProfileArn = Given.Over(DefaultInstanceProfileArn, below.DefaultInstanceProfileArn),
        DefaultOs = Given.Over(DefaultOs, below.DefaultOs),
        HostnameTheme = Given.Over(HostnameTheme, below.HostnameTheme),
        DefaultAvailabilityZone = Given.Over(DefaultAvailabilityZone, below.DefaultAvailabilityZone),
        DefaultSubnetId = Given.Over(DefaultSubnetId, below.DefaultSubnetId),
        CustomJson = Given.Over(CustomJson, below.CustomJson),
        ConfigurationManager = ConfigurationManager ?? below.ConfigurationManager,
        ChefConfiguration = ChefConfiguration ?? below.ChefConfiguration,
        UseCustomCookbooks = UseCustomCookbooks ?? below.UseCustomCookbooks,
        UseOpsworksSecurityGroups = UseOpsworksSecurityGroups ?? below.UseOpsworksSecurityGroups,
        CustomCookbooksSource = Source.Over(CustomCookbooksSource, below.CustomCookbooksSource),
        DefaultSshKeyName = Given.Over(DefaultSshKeyName, below.DefaultSshKeyName),
        DefaultRootDeviceType = DefaultRootDeviceType ?? below.DefaultRootDeviceType,
        AgentVersion = Given.Over(AgentVersion, below.AgentVersion),
    };
}
