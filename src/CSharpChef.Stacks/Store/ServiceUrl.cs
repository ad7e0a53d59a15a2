namespace CSharpChef.Stacks.Store;

/// <summary>What URLs of PostgreSQL and Redis have in common.</summary>
internal static class ServiceUrl
{
    public const string Help = "Special characters of a password are written like %40 for @ and %2F for /.";

    /// <summary>True for a URL with the port 0, at which no server listens.</summary>
    public static bool HasPortZero(Uri url) => url.Authority.EndsWith(":0", StringComparison.Ordinal);

    /// <summary>
    /// True when a character of the password ended the host too early: messages would show the rest of the password as
    /// the host, port or database.
    /// </summary>
    public static bool SplitsPassword(Uri url) =>
        (url.PathAndQuery + url.Fragment).Contains('@', StringComparison.Ordinal) || url.Fragment.Length > 0;
}
