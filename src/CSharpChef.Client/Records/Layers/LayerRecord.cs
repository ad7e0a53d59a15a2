using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records.Layers;

/// <summary>A layer, as the API describes it.</summary>
internal sealed record LayerRecord : ApiRecord
{
    public required string Arn { get; init; }

    public required string StackId { get; init; }

    public required string LayerId { get; init; }

    public string? Type { get; init; }

    public IReadOnlyList<string>? DefaultSecurityGroupNames { get; init; }

    public RecipesRecord? DefaultRecipes { get; init; }

    public string? CreatedAt { get; init; }

    public string? Name { get; init; }

    public required string Shortname { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    public LogsRecord? CloudWatchLogsConfiguration { get; init; }

    public string? CustomInstanceProfileArn { get; init; }

    public string? CustomJson { get; init; }

    public IReadOnlyList<string>? CustomSecurityGroupIds { get; init; }

    public IReadOnlyList<string>? Packages { get; init; }

    public IReadOnlyList<VolumeRecord>? VolumeConfigurations { get; init; }

    public JsonValue? EnableAutoHealing { get; init; }

    public JsonValue? AutoAssignElasticIps { get; init; }

    public JsonValue? AutoAssignPublicIps { get; init; }

    public RecipesRecord? CustomRecipes { get; init; }

    public JsonValue? InstallUpdatesOnBoot { get; init; }

    public JsonValue? UseEbsOptimizedInstances { get; init; }

    public LifecycleRecord? LifecycleEventConfiguration { get; init; }
}
