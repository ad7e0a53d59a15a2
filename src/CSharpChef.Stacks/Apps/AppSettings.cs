using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Apps;

/// <summary>The settings of an app in requests that create or update one.</summary>
internal record AppSettings
{
    [Description("The display name.")]
    public string? Name { get; init; }

    [Description("A free-text description.")]
    [Limit(4096)]
    public string? Description { get; init; }

    [Description("The database of the app; at most one.")]
    public IReadOnlyList<DataSource>? DataSources { get; init; }

    [Description("The app type; with other, everything is left to recipes.")]
    public AppType? Type { get; init; }

    [Description("The source of the app's code.")]
    public Source? AppSource { get; init; }

    [Description("The domain names of the app.")]
    [Limit(100)]
    public IReadOnlyList<string>? Domains { get; init; }

    [Description("Whether the app uses TLS.")]
    public bool? EnableSsl { get; init; }

    [Description("The TLS certificate and its private key.")]
    public SslConfiguration? SslConfiguration { get; init; }

    [Description("Settings of the app type, passed to recipes as data.")]
    [OneOf("DocumentRoot", "RailsEnv", "AutoBundleOnDeploy", "AwsFlowRubySettings")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Description("Environment variables, at most 20 KB in total.")]
    [Limit(Limits.EnvironmentBytes / 2)]
    public IReadOnlyList<EnvironmentVariable>? Environment { get; init; }

    [Description("The layers whose instances deploy the app; the others skip it. Default: all layers.")]
    [Limit(100)]
    [Own]
    public IReadOnlyList<string>? LayerIds { get; init; }

    /// <summary>
    /// Returns the current settings with these applied; settings that are null keep their current value.
    /// </summary>
    public AppSettings MergeInto(AppSettings current) => current with
    {
        Name = Patch.Merge(Name, current.Name),
        Description = Patch.Merge(Description, current.Description),
        DataSources = DataSources?.Where(source => source != new DataSource()).ToList() ?? current.DataSources,
        Type = Type ?? current.Type,
        AppSource = Source.Merge(AppSource, current.AppSource),
        Domains = Domains ?? current.Domains,
        EnableSsl = EnableSsl ?? current.EnableSsl,
        SslConfiguration = MergeSsl(SslConfiguration, current.SslConfiguration),
        Attributes = Patch.Merge(Attributes, current.Attributes),
        Environment = Environment ?? current.Environment,
        LayerIds = LayerIds is null ? current.LayerIds : LayerIds.Count == 0 ? null : [.. LayerIds.Distinct()],
    };

    private static SslConfiguration? MergeSsl(SslConfiguration? changes, SslConfiguration? current) => changes switch
    {
        null => current,
        { Certificate: "" } => null,
        { PrivateKey.IsFiltered: true } when current is not null =>
            changes with { PrivateKey = current.PrivateKey, Chain = Patch.Merge(changes.Chain, null) },
        _ => changes with { Chain = Patch.Merge(changes.Chain, null) },
    };
}
