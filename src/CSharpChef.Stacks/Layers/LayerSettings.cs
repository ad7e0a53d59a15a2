using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>What can be said of a layer when it is made or changed.</summary>
internal record LayerSettings
{
    [Says("What people call it.")]
    public string? Name { get; init; }

    [Says("What recipes call it: small letters, digits, - and _. Unique in the stack.")]
    public string? Shortname { get; init; }

    [Says("Settings of the built-in types, kept as data for recipes. Passwords are read back filtered.")]
    [OneOf(
        "EcsClusterArn",
        "EnableHaproxyStats", "HaproxyStatsUrl", "HaproxyStatsUser", "HaproxyStatsPassword", "HaproxyHealthCheckUrl", "HaproxyHealthCheckMethod",
        "MysqlRootPassword", "MysqlRootPasswordUbiquitous", "GangliaUrl", "GangliaUser", "GangliaPassword", "MemcachedMemory", "NodejsVersion", "RubyVersion",
        "RubygemsVersion", "ManageBundler", "BundlerVersion", "RailsStack", "PassengerVersion", "Jvm", "JvmVersion", "JvmOptions", "JavaAppServer",
        "JavaAppServerVersion")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Says("Which logs are shipped. Kept for clients that send it.")]
    public LogsConfiguration? CloudWatchLogsConfiguration { get; init; }

    [Says("Kept for clients that send it.")]
    public string? CustomInstanceProfileArn { get; init; }

    [Says("A JSON object of attributes for recipes on the layer's instances, over the stack's; at most 120 KB.")]
    public string? CustomJson { get; init; }

    [Says("Kept for clients that send it: security groups are a cloud's.")]
    public IReadOnlyList<string>? CustomSecurityGroupIds { get; init; }

    [Says("Packages that Setup installs.")]
    public IReadOnlyList<string>? Packages { get; init; }

    [Says("Volumes each instance shall have. Kept as data for recipes and providers.")]
    public IReadOnlyList<VolumeConfiguration>? VolumeConfigurations { get; init; }

    [Says("Whether failed instances are restarted; true if not given. An instance in several layers needs it in all of them.")]
    public bool? EnableAutoHealing { get; init; }

    [Says("Kept for clients that send it: fixed addresses are a cloud's.")]
    public bool? AutoAssignElasticIps { get; init; }

    [Says("Kept for clients that send it: public addresses are a cloud's.")]
    public bool? AutoAssignPublicIps { get; init; }

    [Says("The recipes of each lifecycle event.")]
    public Recipes? CustomRecipes { get; init; }

    [Says("Whether updates of the operating system are installed once after boot; true if not given.")]
    public bool? InstallUpdatesOnBoot { get; init; }

    [Says("Kept for clients that send it.")]
    public bool? UseEbsOptimizedInstances { get; init; }

    [Says("How instances are shut down.")]
    public LifecycleEventConfiguration? LifecycleEventConfiguration { get; init; }

    /// <summary>
    /// These settings where they are given, else those below; the result is of the kind of those below.
    /// </summary>
    public LayerSettings Over(LayerSettings below) => below with
    {
        Name = Given.Over(Name, below.Name),
        Shortname = Given.Over(Shortname, below.Shortname),
        Attributes = Given.Over(Attributes, below.Attributes),
        CloudWatchLogsConfiguration = CloudWatchLogsConfiguration ?? below.CloudWatchLogsConfiguration,
        CustomInstanceProfileArn = Given.Over(CustomInstanceProfileArn, below.CustomInstanceProfileArn),
        CustomJson = Given.Over(CustomJson, below.CustomJson),
        CustomSecurityGroupIds = CustomSecurityGroupIds ?? below.CustomSecurityGroupIds,
        Packages = Packages ?? below.Packages,
        VolumeConfigurations = VolumeConfigurations ?? below.VolumeConfigurations,
        EnableAutoHealing = EnableAutoHealing ?? below.EnableAutoHealing,
        AutoAssignElasticIps = AutoAssignElasticIps ?? below.AutoAssignElasticIps,
        AutoAssignPublicIps = AutoAssignPublicIps ?? below.AutoAssignPublicIps,
        CustomRecipes = CustomRecipes?.Over(below.CustomRecipes ?? Recipes.None) ?? below.CustomRecipes,
        InstallUpdatesOnBoot = InstallUpdatesOnBoot ?? below.InstallUpdatesOnBoot,
        UseEbsOptimizedInstances = UseEbsOptimizedInstances ?? below.UseEbsOptimizedInstances,
        LifecycleEventConfiguration =
            LifecycleEventConfiguration.Over(LifecycleEventConfiguration, below.LifecycleEventConfiguration),
    };
}
