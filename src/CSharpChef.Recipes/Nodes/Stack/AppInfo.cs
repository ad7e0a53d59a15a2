namespace CSharpChef.Recipes;

/// <summary>An app of a stack as a recipe on a server sees it.</summary>
/// <param name="Name">The short name of the app, such as <c>shop</c>.</param>
public sealed record AppInfo(string Name)
{
    /// <summary>The id of the app.</summary>
    public string Id { get; init; } = "";

    /// <summary>The name for people. Default: the short name.</summary>
    public string DisplayName { get; init; } = Name;

    /// <summary>The type, such as <c>other</c>.</summary>
    public string Type { get; init; } = "other";

    /// <summary>
    /// True when the command deploys the app to this instance: the app of a deploy, undeploy or execute_recipes, and in
    /// a Setup each app of the instance's layers.
    /// </summary>
    public bool IsDeployed { get; init; }

    /// <summary>The short names of the layers that the app is for; empty for all.</summary>
    public IReadOnlyList<string> Layers { get; init; } = [];

    /// <summary>The source of its code, with password and key, which are secrets; null when it has none.</summary>
    public SourceInfo? Source { get; init; }

    /// <summary>The domain names.</summary>
    public IReadOnlyList<string> Domains { get; init; } = [];

    /// <summary>
    /// The environment variables. Values of those in <see cref="SecretVariables"/> are secrets: all output masks them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The names of the environment variables whose values are secrets.</summary>
    public IReadOnlyList<string> SecretVariables { get; init; } = [];

    /// <summary>The databases of the app.</summary>
    public IReadOnlyList<DataSourceInfo> DataSources { get; init; } = [];

    /// <summary>The settings of the app, such as <c>DocumentRoot</c>.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the app uses TLS.</summary>
    public bool EnableSsl { get; init; }

    /// <summary>Its certificate; null when it has none.</summary>
    public SslInfo? Ssl { get; init; }
}
