using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Users.Keys;

/// <summary>
/// An access key, with which AWS clients sign their calls. Its secret must stay readable, because a signature is
/// checked by signing the call again.
/// </summary>
internal sealed record AccessKey : IDocument, ICredential
{
    public static string Kind => "access-key";

    public static string Noun => "access key";

    [JsonIgnore]
    public int Version { get; set; }

    public required string AccessKeyId { get; init; }

    public required string IamUserArn { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? LastUsedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public bool Disabled { get; init; }

    [Hidden]
    public required Secret Secret { get; init; }

    public string Id => AccessKeyId;

    public string? OwnerStack => null;

    public IEnumerable<string> ListedUnder => [IamUserArn];

    public string? RefusalAt(DateTimeOffset now) => Disabled
        ? "The access key is disabled."
        : ExpiresAt <= now ? "The access key has expired." : null;
}
