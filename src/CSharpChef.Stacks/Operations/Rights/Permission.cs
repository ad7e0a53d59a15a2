using System.Text.Json.Serialization;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Operations.Rights;

/// <summary>The permission of a user on a stack.</summary>
internal sealed record Permission : IDocument
{
    public static string Kind => "permission";

    public static string Noun => "permission";

    [JsonIgnore]
    public int Version { get; set; }

    public required string StackId { get; init; }

    public required string IamUserArn { get; init; }

    public bool AllowSsh { get; init; }

    public bool AllowSudo { get; init; }

    public PermissionLevel Level { get; init; } = PermissionLevel.IamOnly;

    public string Id => IdOf(StackId, IamUserArn);

    public string? OwnerStack => StackId;

    public IEnumerable<string> ListedUnder => [StackId, IamUserArn];

    /// <summary>The stack in the id of a permission.</summary>
    public static string StackOf(string id) => id[..id.IndexOf('/', StringComparison.Ordinal)];

    public static string IdOf(string stack, string user) => $"{stack}/{user}";
}
