using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Apps;

/// <summary>What can be said of an app when it is made or changed.</summary>
internal record AppSettings
{
    [Description("What people call it.")]
    public string? Name { get; init; }

    [Description("Free text.")]
    public string? Description { get; init; }

    [Description("The database it uses; one at most.")]
    public IReadOnlyList<DataSource>? DataSources { get; init; }

    [Description("What it is made with; other leaves everything to its recipes.")]
    public AppType? Type { get; init; }

    [Description("Where its code is.")]
    public Source? AppSource { get; init; }

    [Description("The host names it answers to.")]
    public IReadOnlyList<string>? Domains { get; init; }

    [Description("Whether it is served by TLS.")]
    public bool? EnableSsl { get; init; }

    [Description("Its certificate and key.")]
    public SslConfiguration? SslConfiguration { get; init; }

    [Description("Settings of its type, kept as data for recipes.")]
    [OneOf("DocumentRoot", "RailsEnv", "AutoBundleOnDeploy", "AwsFlowRubySettings")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Description("Environment variables, 20 KB together.")]
    public IReadOnlyList<EnvironmentVariable>? Environment { get; init; }

    /// <summary>
    /// These settings where they are given, else those below; the result is of the kind of those below.
    /// </summary>
    public AppSettings MergeInto(AppSettings below) => below with
    {
        Name = Patch.Merge(Name, below.Name),
        Description = Patch.Merge(Description, below.Description),
        DataSources = DataSources?.Where(source => source != new DataSource()).ToList() ?? below.DataSources,
        Type = Type ?? below.Type,
        AppSource = Source.Merge(AppSource, below.AppSource),
        Domains = Domains ?? below.Domains,
        EnableSsl = EnableSsl ?? below.EnableSsl,
        SslConfiguration = Ssl(SslConfiguration, below.SslConfiguration),
        Attributes = Patch.Merge(Attributes, below.Attributes),
        Environment = Environment ?? below.Environment,
    };

    private static SslConfiguration? Ssl(SslConfiguration? given, SslConfiguration? below) => given switch
    {
        null => below,
        { Certificate: "" } => null,
        { PrivateKey.IsFiltered: true } when below is not null =>
            given with { PrivateKey = below.PrivateKey, Chain = Patch.Merge(given.Chain, null) },
        _ => given with { Chain = Patch.Merge(given.Chain, null) },
    };
}
