using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Sources;

namespace CSharpChef.Stacks.Apps;

/// <summary>What can be said of an app when it is made or changed.</summary>
internal record AppSettings
{
    [Says("What people call it.")]
    public string? Name { get; init; }

    [Says("Free text.")]
    public string? Description { get; init; }

    [Says("The database it uses; one at most.")]
    public IReadOnlyList<DataSource>? DataSources { get; init; }

    [Says("What it is made with; other leaves everything to its recipes.")]
    public AppType? Type { get; init; }

    [Says("Where its code is.")]
    public Source? AppSource { get; init; }

    [Says("The host names it answers to.")]
    public IReadOnlyList<string>? Domains { get; init; }

    [Says("Whether it is served by TLS.")]
    public bool? EnableSsl { get; init; }

    [Says("Its certificate and key.")]
    public SslConfiguration? SslConfiguration { get; init; }

    [Says("Settings of its type, kept as data for recipes.")]
    [OneOf("DocumentRoot", "RailsEnv", "AutoBundleOnDeploy", "AwsFlowRubySettings")]
    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    [Says("Environment variables, 20 KB together.")]
    public IReadOnlyList<EnvironmentVariable>? Environment { get; init; }

    /// <summary>
    /// These settings where they are given, else those below; the result is of the kind of those below.
    /// </summary>
    public AppSettings Over(AppSettings below) => below with
    {
        Name = Given.Over(Name, below.Name),
        Description = Given.Over(Description, below.Description),
        DataSources = DataSources?.Where(source => source != new DataSource()).ToList() ?? below.DataSources,
        Type = Type ?? below.Type,
        AppSource = Source.Over(AppSource, below.AppSource),
        Domains = Domains ?? below.Domains,
        EnableSsl = EnableSsl ?? below.EnableSsl,
        SslConfiguration = Ssl(SslConfiguration, below.SslConfiguration),
        Attributes = Given.Over(Attributes, below.Attributes),
        Environment = Environment ?? below.Environment,
    };

    private static SslConfiguration? Ssl(SslConfiguration? given, SslConfiguration? below) => given switch
    {
        null => below,
        { Certificate: "" } => null,
        { PrivateKey.IsFiltered: true } when below is not null =>
            given with { PrivateKey = below.PrivateKey, Chain = Given.Over(given.Chain, null) },
        _ => given with { Chain = Given.Over(given.Chain, null) },
    };
}
