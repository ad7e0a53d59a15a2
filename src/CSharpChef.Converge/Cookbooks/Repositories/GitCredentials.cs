namespace CSharpChef.Converge.Cookbooks.Repositories;

/// <summary>The names of what gives access to Git repositories.</summary>
internal static class GitCredentials
{
    /// <summary>The environment variable with the token for a host: CSHARPCHEF_GIT_TOKEN_GIT_EXAMPLE_COM.</summary>
    public static string TokenVariable(string host) => "CSHARPCHEF_GIT_TOKEN_"
        + string.Concat(host.ToUpperInvariant().Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
}
