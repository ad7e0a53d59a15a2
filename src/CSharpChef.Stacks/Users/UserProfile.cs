using System.Text.Json.Serialization;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Users;

/// <summary>A person or a program that may call the API.</summary>
internal sealed record UserProfile : IDocument
{
    public static string Kind => "user";

    public static string Noun => "user";

    [JsonIgnore]
    public int Version { get; set; }

    public required string IamUserArn { get; init; }

    public required string Name { get; init; }

    public required string SshUsername { get; init; }

    public string? SshPublicKey { get; init; }

    public bool AllowSelfManagement { get; init; }

    [Hidden(IsLogged = true)]
    public UserRole Role { get; init; }

    /// <summary>The uid of the user's account on machines; null until the user may log in to one.</summary>
    [Hidden]
    public int? UnixUserId { get; init; }

    [Hidden]
    public DateTimeOffset CreatedAt { get; init; }

    public string Id => IamUserArn;

    public string? OwnerStack => null;

    public IEnumerable<UniqueName> Names =>
    [
        new("ssh-username", SshUsername, $"There is already a user with the SshUsername '{SshUsername}'."),
        .. UnixUserId is { } id
            ? [new UniqueName("unix-user-id", $"{id}", $"There is already a user with the uid {id}.")]
            : Array.Empty<UniqueName>(),
    ];
}
