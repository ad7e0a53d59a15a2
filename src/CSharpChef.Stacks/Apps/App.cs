using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Apps;

/// <summary>An app that is deployed to the instances of a stack.</summary>
internal sealed record App : AppSettings, IDocument
{
    public static readonly AppSettings Defaults = new()
    {
        DataSources = [],
        Domains = [],
        EnableSsl = false,
        Attributes = new Dictionary<string, string>(),
        Environment = [],
    };

    public static string Kind => "app";

    public static string Noun => "app";

    [JsonIgnore]
    public int Version { get; set; }

    public required string AppId { get; init; }

    public required string StackId { get; init; }

    public required string Shortname { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The secret values of secure variables.</summary>
    [Hidden]
    public IReadOnlyDictionary<string, Secret> SecretEnvironment { get; init; } = new Dictionary<string, Secret>();

    public string Id => AppId;

    public string? OwnerStack => StackId;

    public IEnumerable<UniqueName> Names =>
        [new(
            $"app/{StackId}",
            Shortname,
            $"There is already an app with the Shortname '{Shortname}' in the stack {StackId}.")];
}
