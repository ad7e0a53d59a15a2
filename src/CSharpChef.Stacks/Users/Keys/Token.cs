using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>A bearer token, which our own clients send. Only its hash is stored.</summary>
internal sealed record Token : IDocument, ICredential
{
    public static string Kind => "token";

    public static string Noun => "token";

    [JsonIgnore]
    public int Version { get; set; }

    /// <summary>The beginning of the hash, as an id for people.</summary>
    public required string TokenId { get; init; }

    public required string IamUserArn { get; init; }

    public string? Comment { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The token that created this one, and with which it ends; null when an access key did.</summary>
    [Hidden]
    public string? MadeBy { get; init; }

    [Hidden]
    public required string Hash { get; init; }

    public string Id => TokenId;

    public string? OwnerStack => null;

    public IEnumerable<string> ListedUnder => MadeBy is null ? [IamUserArn] : [IamUserArn, MadeBy];

    public string? RefusalAt(DateTimeOffset now) => ExpiresAt <= now ? "The token has expired." : null;
}
