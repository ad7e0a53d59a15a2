using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;
using CSharpChef.Stacks.Text;

namespace CSharpChef.Stacks.Layers;

/// <summary>A role of instances, with its recipes for each lifecycle event.</summary>
internal sealed record Layer : LayerSettings, IDocument
{
    public static readonly LayerSettings Defaults = new()
    {
        Attributes = new Dictionary<string, string>(),
        CustomSecurityGroupIds = [],
        Packages = [],
        VolumeConfigurations = [],
        EnableAutoHealing = true,
        AutoAssignElasticIps = false,
        AutoAssignPublicIps = false,
        CustomRecipes = Recipes.None,
        InstallUpdatesOnBoot = true,
        UseEbsOptimizedInstances = false,
        LifecycleEventConfiguration = LifecycleEventConfiguration.Default,
    };

    /// <summary>The settings of a new layer: instances of a load balancer layer get fixed addresses.</summary>
    public static LayerSettings DefaultsOf(LayerType type) =>
        Defaults with { AutoAssignElasticIps = type == LayerType.Lb };

    public static string Kind => "layer";

    public static string Noun => "layer";

    [JsonIgnore]
    public int Version { get; set; }

    public required string Arn { get; init; }

    public required string StackId { get; init; }

    public required string LayerId { get; init; }

    public required LayerType Type { get; init; }

    public IReadOnlyList<string> DefaultSecurityGroupNames { get; init; } = [];

    public Recipes DefaultRecipes { get; init; } = Recipes.None;

    public required DateTimeOffset CreatedAt { get; init; }

    [Hidden(IsLogged = true)]
    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    /// <summary>The secret values of attributes that are returned filtered.</summary>
    [Hidden]
    public IReadOnlyDictionary<string, Secret> SecretAttributes { get; init; } = new Dictionary<string, Secret>();

    [Hidden(IsLogged = true)]
    public LoadScaling? LoadBasedScaling { get; init; }

    public string Id => LayerId;

    public string? OwnerStack => StackId;

    public IEnumerable<UniqueName> Names => Type == LayerType.Custom
        ? [ShortName]
        :
        [
            ShortName,
            new(
                $"layer-type/{StackId}",
                EnumNames.Of(Type),
                $"There is already a layer of type {EnumNames.Of(Type)} in the stack {StackId}."),
        ];

    private UniqueName ShortName => new(
        $"layer/{StackId}",
        Shortname!,
        $"There is already a layer with the Shortname '{Shortname}' in the stack {StackId}.");
}
