namespace CSharpChef.Stacks.Fleet.Logins;

/// <summary>The result of one try to keep the accounts of users on a machine.</summary>
/// <param name="Login">How the login ended.</param>
internal sealed record LoginsResult(LoginResult Login)
{
    /// <summary>What was changed on the machine.</summary>
    public IReadOnlyList<string> Changed { get; init; } = [];

    /// <summary>The users who have no account on the machine although they should, each with the reason.</summary>
    public IReadOnlyList<string> Skipped { get; init; } = [];
}
