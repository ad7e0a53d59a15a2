using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Layers;

/// <summary>The settings of a layer in requests that create or update one.</summary>
internal record LayerSettings
{
    [Description("The display name.")]
    public string? Name { get; init; }

    [Description("The name used in recipes: lowercase letters, digits, - and _. Unique in the stack.")]
    public string? Shortname { get; init; }

    [Description("Settings of the legacy built-in types, passed to recipes as data. Passwords are returned filtered.")]
    [OneOf(
        "EcsClusterArn",
        "EnableHaproxyStats", "HaproxyStatsUrl", "HaproxyStatsUser", "HaproxyStatsPassword", "HaproxyHealthCheckUrl", "HaproxyHealthCheckMethod",
        "MysqlRootPassword", "MysqlRootPasswordUbiquitous", "GangliaUrl", "GangliaUser", "GangliaPassword", "MemcachedMemory", "NodejsVersion", "RubyVersion",
        "RubygemsVersion", "ManageBundler", "BundlerVersion", "RailsStack", "PassengerVersion", "Jvm", "JvmVersion", "JvmOptions", "JavaAppServer",
        "JavaAppServerVersion")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Description("CloudWatch logs to ship. Stored but not used.")]
    public LogsConfiguration? CloudWatchLogsConfiguration { get; init; }

    [Description("Stored but not used.")]
    public string? CustomInstanceProfileArn { get; init; }

    [Description(
        "A JSON object of node attributes for recipes on the layer's instances, overriding the stack's; at most 120 KB.")]
    [Limit(Limits.CustomJsonBytes)]
    [Multiline]
    public string? CustomJson { get; init; }

    [Description("Stored but not used: security groups belong to a cloud.")]
    [Limit(100)]
    public IReadOnlyList<string>? CustomSecurityGroupIds { get; init; }

    [Description("Packages that Setup installs.")]
    [Limit(500)]
    public IReadOnlyList<string>? Packages { get; init; }

    [Description("Volumes of each instance, stored as data for recipes and providers.")]
    [Limit(50)]
    public IReadOnlyList<VolumeConfiguration>? VolumeConfigurations { get; init; }

    [Description(
        "Whether failed instances are restarted. Default: true. An instance in several layers needs it in all of them.")]
    public bool? EnableAutoHealing { get; init; }

    [Description("Stored but not used: Elastic IPs belong to a cloud.")]
    public bool? AutoAssignElasticIps { get; init; }

    [Description("Stored but not used: public addresses belong to a cloud.")]
    public bool? AutoAssignPublicIps { get; init; }

    [Description("The recipes of each lifecycle event.")]
    public Recipes? CustomRecipes { get; init; }

    [Description("False to leave out the updates of packages in the first Setup after a start.")]
    public bool? InstallUpdatesOnBoot { get; init; }

    [Description("Stored but not used.")]
    public bool? UseEbsOptimizedInstances { get; init; }

    [Description("How instances are shut down.")]
    public LifecycleEventConfiguration? LifecycleEventConfiguration { get; init; }

    /// <summary>
    /// Returns the current settings with these applied; settings that are null keep their current value.
    /// </summary>
    public LayerSettings MergeInto(LayerSettings current) => current with
    {
        Name = Patch.Merge(Name, current.Name),
        Shortname = Patch.Merge(Shortname, current.Shortname),
        Attributes = Patch.Merge(Attributes, current.Attributes),
        CloudWatchLogsConfiguration = CloudWatchLogsConfiguration ?? current.CloudWatchLogsConfiguration,
        CustomInstanceProfileArn = Patch.Merge(CustomInstanceProfileArn, current.CustomInstanceProfileArn),
        CustomJson = Patch.Merge(CustomJson, current.CustomJson),
        CustomSecurityGroupIds = CustomSecurityGroupIds ?? current.CustomSecurityGroupIds,
        Packages = Packages ?? current.Packages,
        VolumeConfigurations = VolumeConfigurations ?? current.VolumeConfigurations,
        EnableAutoHealing = EnableAutoHealing ?? current.EnableAutoHealing,
        AutoAssignElasticIps = AutoAssignElasticIps ?? current.AutoAssignElasticIps,
        AutoAssignPublicIps = AutoAssignPublicIps ?? current.AutoAssignPublicIps,
        CustomRecipes = CustomRecipes?.MergeInto(current.CustomRecipes ?? Recipes.None) ?? current.CustomRecipes,
        InstallUpdatesOnBoot = InstallUpdatesOnBoot ?? current.InstallUpdatesOnBoot,
        UseEbsOptimizedInstances = UseEbsOptimizedInstances ?? current.UseEbsOptimizedInstances,
        LifecycleEventConfiguration =
            LifecycleEventConfiguration.Merge(LifecycleEventConfiguration, current.LifecycleEventConfiguration),
    };
}
