using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Stacks;

/// <summary>A set of machines and apps that are managed together.</summary>
internal sealed record Stack : StackSettings, IDocument
{
    public static readonly StackSettings Defaults = new()
    {
        DefaultOs = SupportedOs.Default,
        HostnameTheme = HostnameThemes.LayerDependent,
        ConfigurationManager = new() { Name = "Chef", Version = "12" },
        ChefConfiguration = new(),
        UseCustomCookbooks = false,
        UseOpsworksSecurityGroups = true,
        DefaultRootDeviceType = RootDeviceType.Ebs,
        AgentVersion = "LATEST",
        Attributes = new Dictionary<string, string>(),
    };

    public static string Kind => IDocument.StackKind;

    public static string Noun => "stack";

    [JsonIgnore]
    public int Version { get; set; }

    public required string StackId { get; init; }

    public required string Arn { get; init; }

    public required string Region { get; init; }

    public string? VpcId { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    [Hidden(IsLogged = true)]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public string Id => StackId;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => [];
}
