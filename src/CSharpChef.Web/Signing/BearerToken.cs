namespace CSharpChef.Web.Signing;

/// <summary>Reads the bearer token of <c>Authorization: Bearer ccp_...</c>.</summary>
internal static class BearerToken
{
    private const string Scheme = "Bearer ";
    private const int Longest = 128;

    public static bool Matches(string header) => header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    public static string Parse(string header)
    {
        var token = header[Scheme.Length..].Trim();
        return token.StartsWith("ccp_", StringComparison.Ordinal)
            && token.Length <= Longest
            && token.Skip(4).All(char.IsAsciiLetterOrDigit)
            ? token
            : throw RequestError.InvalidCredential("A token of this server begins with ccp_.");
    }
}
