using System.Text.Json.Nodes;

namespace CSharpChef.Client.Records;

/// <summary>A stack, as the API describes it.</summary>
internal sealed record StackRecord : ApiRecord
{
    public required string StackId { get; init; }

    public required string Arn { get; init; }

    public string? Region { get; init; }

    public string? VpcId { get; init; }

    public string? CreatedAt { get; init; }

    public required string Name { get; init; }

    public IReadOnlyDictionary<string, string>? Attributes { get; init; }

    public string? ServiceRoleArn { get; init; }

    public string? DefaultInstanceProfileArn { get; init; }

    public string? DefaultOs { get; init; }

    public string? HostnameTheme { get; init; }

    public string? DefaultAvailabilityZone { get; init; }

    public string? DefaultSubnetId { get; init; }

    public string? CustomJson { get; init; }

    public ChefVersionRecord? ConfigurationManager { get; init; }

    public ChefConfigurationRecord? ChefConfiguration { get; init; }

    public JsonValue? UseCustomCookbooks { get; init; }

    public JsonValue? UseOpsworksSecurityGroups { get; init; }

    public SourceRecord? CustomCookbooksSource { get; init; }

    public string? DefaultSshKeyName { get; init; }

    public string? DefaultRootDeviceType { get; init; }

    public string? AgentVersion { get; init; }

    public StackPauseRecord? Pause { get; init; }

    public JsonValue? RunsAtOnce { get; init; }
}
