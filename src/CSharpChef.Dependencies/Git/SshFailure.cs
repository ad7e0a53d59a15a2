namespace CSharpChef.Dependencies.Git;

/// <summary>
/// Why ssh failed in the call of libgit2 that this thread makes: LibGit2Sharp loses the exception of a transport.
/// </summary>
internal static class SshFailure
{
    [ThreadStatic]
    private static string? reason;

    public static void Note(string text) => reason = text;

    /// <summary>The reason, which is forgotten; null when ssh has not failed.</summary>
    public static string? Take()
    {
        var taken = reason;
        reason = null;
        return taken;
    }
}
