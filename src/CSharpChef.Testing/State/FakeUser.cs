namespace CSharpChef.Testing;

/// <summary>A user account of a fake node, at the time of the call.</summary>
/// <param name="Name">The login name.</param>
/// <param name="Exists">Whether there is such an account.</param>
public sealed record FakeUser(string Name, bool Exists)
{
    /// <summary>User number; -1 when there is no account.</summary>
    public int Uid { get; init; } = -1;

    /// <summary>The primary group's name; empty when there is no account.</summary>
    public string Group { get; init; } = "";

    /// <summary>The supplementary groups, without the primary one.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Home directory; empty when there is no account.</summary>
    public string Home { get; init; } = "";

    /// <summary>Login shell; empty when there is no account.</summary>
    public string Shell { get; init; } = "";

    /// <summary>The full name or another remark.</summary>
    public string Comment { get; init; } = "";

    /// <summary>The password's hash, with a <c>!</c> before it when it is locked.</summary>
    public string PasswordHash { get; init; } = "";

    /// <summary>Whether the password is locked. The password of a new account is locked until it is set.</summary>
    public bool Locked { get; init; }

    /// <summary>
    /// The failure of the last run on the node, for the messages of assertions; null when it succeeded.
    /// </summary>
    internal string? RunFailure { get; init; }
}
