namespace CSharpChef.Recipes;

/// <summary>A user who may log in to the machines of a stack.</summary>
/// <param name="Username">The login name.</param>
public sealed record UserInfo(string Username)
{
    /// <summary>The ARN of the user.</summary>
    public string Arn { get; init; } = "";

    /// <summary>The public SSH key; null when the user has none.</summary>
    public string? SshPublicKey { get; init; }

    /// <summary>Whether the user may use sudo.</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>Whether the user may log in over SSH.</summary>
    public bool HasRemoteAccess { get; init; }
}
