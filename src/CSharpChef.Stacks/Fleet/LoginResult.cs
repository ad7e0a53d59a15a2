namespace CSharpChef.Stacks.Fleet;

/// <summary>The result of one try to log in to a machine.</summary>
internal abstract record LoginResult
{
    private LoginResult()
    {
    }

    internal sealed record LoggedIn(string BootId) : LoginResult;

    /// <summary>The machine cannot be reached yet, and another try may succeed.</summary>
    internal sealed record NotYet(string Why) : LoginResult;

    /// <summary>The machine must not be logged in to, as when its host key is not the expected one.</summary>
    internal sealed record Refused(string Why) : LoginResult;
}
