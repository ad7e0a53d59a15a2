namespace CSharpChef.Recipes;

/// <summary>A database that is registered with a stack.</summary>
/// <param name="Name">The identifier of the database.</param>
public sealed record DatabaseInfo(string Name)
{
    /// <summary>The ARN of the database.</summary>
    public string Arn { get; init; } = "";

    /// <summary>The address of its server.</summary>
    public string? Address { get; init; }

    /// <summary>The port; null when it is not known.</summary>
    public int? Port { get; init; }

    /// <summary>The engine, such as <c>mysql</c>.</summary>
    public string? Engine { get; init; }

    /// <summary>The region.</summary>
    public string? Region { get; init; }

    /// <summary>The user name.</summary>
    public string? User { get; init; }

    /// <summary>The password of the login, which is masked in all output.</summary>
    public string? Password { get; init; }
}
