using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks.Keys;
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

    /// <summary>The provider of the stack's machines; null for that of the server.</summary>
    [Hidden(IsLogged = true)]
    public string? Provider { get; init; }

    [Hidden(IsLogged = true)]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    [Own]
    [Description("The pause of the stack; absent when it has none.")]
    public StackPause? Pause { get; init; }

    [Own]
    [Description("How many commands of the stack run at once on each server; absent without a limit of its own.")]
    public int? RunsAtOnce { get; init; }

    /// <summary>Null in a stack of an earlier release, until a server of this one has started.</summary>
    [Hidden]
    public StackKey? SshKey { get; init; }

    /// <summary>Null when no machine accepts a former key.</summary>
    [Hidden]
    public StackKeyRotation? KeyRotation { get; init; }

    public string Id => StackId;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => [];

    /// <summary>The stack as it is shown: a pause that has ended is kept for the commands that it held.</summary>
    public Stack WithoutEndedPause(DateTimeOffset now) =>
        Pause?.IsActive(now) == false ? this with { Pause = null } : this;
}
