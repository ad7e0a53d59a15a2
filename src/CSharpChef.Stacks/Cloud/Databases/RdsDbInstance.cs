using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Cloud.Databases;

/// <summary>A database registered with a stack, with the credentials for its apps.</summary>
internal sealed record RdsDbInstance : IDocument
{
    public static string Kind => "database";

    public static string Noun => "RDS DB instance";

    [JsonIgnore]
    public int Version { get; set; }

    public required string RdsDbInstanceArn { get; init; }

    public string? DbInstanceIdentifier { get; init; }

    public string? DbUser { get; init; }

    public required Secret DbPassword { get; init; }

    public string? Region { get; init; }

    public string? Address { get; init; }

    public string? Engine { get; init; }

    public required string StackId { get; init; }

    public bool MissingOnRds { get; init; }

    public string Id => RdsDbInstanceArn;

    public string? OwnerStack => StackId;
}
