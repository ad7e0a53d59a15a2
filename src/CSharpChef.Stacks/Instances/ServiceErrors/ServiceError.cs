using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Instances.ServiceErrors;

/// <summary>An error of the server while managing an instance.</summary>
internal sealed record ServiceError : IDocument
{
    public static string Kind => "service-error";

    public static string Noun => "service error";

    [JsonIgnore]
    public int Version { get; set; }

    public required string ServiceErrorId { get; init; }

    public required string StackId { get; init; }

    public string? InstanceId { get; init; }

    public required string Type { get; init; }

    public required string Message { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string Id => ServiceErrorId;

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => InstanceId is null ? [StackId] : [StackId, InstanceId];
}
