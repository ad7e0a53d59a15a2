using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>What can be said of a layer when it is made or changed.</summary>
internal record LayerSettings
{
    [Description("What people call it.")]
    public string? Name { get; init; }

    [Description("What recipes call it: small letters, digits, - and _. Unique in the stack.")]
    public string? Shortname { get; init; }

    [Description("Settings of the built-in types, kept as data for recipes. Passwords are read back filtered.")]
    [OneOf(
        "EcsClusterArn",
        "EnableHaproxyStats", "HaproxyStatsUrl", "HaproxyStatsUser", "HaproxyStatsPassword", "HaproxyHealthCheckUrl", "HaproxyHealthCheckMethod",
        "MysqlRootPassword", "MysqlRootPasswordUbiquitous", "GangliaUrl", "GangliaUser", "GangliaPassword", "MemcachedMemory", "NodejsVersion", "RubyVersion",
        "RubygemsVersion", "ManageBundler", "BundlerVersion", "RailsStack", "PassengerVersion", "Jvm", "JvmVersion", "JvmOptions", "JavaAppServer",
        "JavaAppServerVersion")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Description("Which logs are shipped. Kept for clients that send it.")]
    public LogsConfiguration? CloudWatchLogsConfiguration { get; init; }

    [Description("Kept for clients that send it.")]
    public string? CustomInstanceProfileArn { get; init; }

    [Description("A JSON object of attributes for recipes on the layer's instances, over the stack's; at most 120 KB.")]
    public string? CustomJson { get; init; }

    [Description("Kept for clients that send it: security groups are a cloud's.")]
    public IReadOnlyList<string>? CustomSecurityGroupIds { get; init; }

    [Description("Packages that Setup installs.")]
    public IReadOnlyList<string>? Packages { get; init; }

    [Description("Volumes each instance shall have. Kept as data for recipes and providers.")]
    public IReadOnlyList<VolumeConfiguration>? VolumeConfigurations { get; init; }

    [Description("Whether failed instances are restarted; true if not given. An instance in several layers needs it in all of them.")]
    public bool? EnableAutoHealing { get; init; }

    [Description("Kept for clients that send it: fixed addresses are a cloud's.")]
    public bool? AutoAssignElasticIps { get; init; }

    [Description("Kept for clients that send it: public addresses are a cloud's.")]
    public bool? AutoAssignPublicIps { get; init; }

    [Description("The recipes of each lifecycle event.")]
    public Recipes? CustomRecipes { get; init; }

    [Description("Whether updates of the operating system are installed once after boot; true if not given.")]
    public bool? InstallUpdatesOnBoot { get; init; }

    [Description("Kept for clients that send it.")]
    public bool? UseEbsOptimizedInstances { get; init; }

    [Description("How instances are shut down.")]
    public LifecycleEventConfiguration? LifecycleEventConfiguration { get; init; }

    /// <summary>
    /// These settings where they are given, else those below; the result is of the kind of those below.
    /// </summary>
    public LayerSettings MergeInto(LayerSettings below) => below with
    {
        Name = Patch.Merge(Name, below.Name),
        Shortname = Patch.Merge(Shortname, below.Shortname),
        Attributes = Patch.Merge(Attributes, below.Attributes),
        CloudWatchLogsConfiguration = CloudWatchLogsConfiguration ?? below.CloudWatchLogsConfiguration,
        CustomInstanceProfileArn = Patch.Merge(CustomInstanceProfileArn, below.CustomInstanceProfileArn),
        CustomJson = Patch.Merge(CustomJson, below.CustomJson),
        CustomSecurityGroupIds = CustomSecurityGroupIds ?? below.CustomSecurityGroupIds,
        Packages = Packages ?? below.Packages,
        VolumeConfigurations = VolumeConfigurations ?? below.VolumeConfigurations,
        EnableAutoHealing = EnableAutoHealing ?? below.EnableAutoHealing,
        AutoAssignElasticIps = AutoAssignElasticIps ?? below.AutoAssignElasticIps,
        AutoAssignPublicIps = AutoAssignPublicIps ?? below.AutoAssignPublicIps,
        CustomRecipes = CustomRecipes?.MergeInto(below.CustomRecipes ?? Recipes.None) ?? below.CustomRecipes,
        InstallUpdatesOnBoot = InstallUpdatesOnBoot ?? below.InstallUpdatesOnBoot,
        UseEbsOptimizedInstances = UseEbsOptimizedInstances ?? below.UseEbsOptimizedInstances,
        LifecycleEventConfiguration =
            LifecycleEventConfiguration.Merge(LifecycleEventConfiguration, below.LifecycleEventConfiguration),
    };
}
