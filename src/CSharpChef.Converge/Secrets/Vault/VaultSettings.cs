namespace CSharpChef.Converge.Secrets.Vault;

/// <summary>Where a Vault is and who we are to it, from the variables that its own command line reads.</summary>
internal sealed record VaultSettings(Uri Address, string Token, string TokenSource)
{
    public const string AddressVariable = "VAULT_ADDR";
    public const string TokenVariable = "VAULT_TOKEN";
    public const string NamespaceVariable = "VAULT_NAMESPACE";
    public const string AuthorityVariable = "VAULT_CACERT";
    private const string TokenFile = ".vault-token";

    public string? Namespace { get; private init; }

    /// <summary>A PEM file of the certificates that its server's certificate is checked against.</summary>
    public string? AuthorityFile { get; private init; }

    /// <param name="variable">Reads an environment variable.</param>
    /// <param name="home">The folder of the user, which may hold a token.</param>
    /// <exception cref="RecipeException">A variable is missing or wrong.</exception>
    public static VaultSettings Read(Func<string, string?> variable, string home)
    {
        var address = AddressOf(Set(variable, AddressVariable) ?? throw new RecipeException(
            $"set {AddressVariable} to the address of the Vault, such as https://vault.example.com:8200"));
        var (token, source) = FindToken(variable, Path.Combine(home, TokenFile));
        return new VaultSettings(address, token, source)
        {
            Namespace = Set(variable, NamespaceVariable),
            AuthorityFile = Set(variable, AuthorityVariable),
        };
    }

    /// <summary>The URL of a path of the API.</summary>
    public Uri UrlOf(string path) => new($"{Address.AbsoluteUri.TrimEnd('/')}/v1/{path}");

    // A token must not reach a log through the text of this record.
    public override string ToString() => Address.ToString();

    private static string? Set(Func<string, string?> variable, string name) =>
        variable(name) is { Length: > 0 } text ? text : null;

    private static Uri AddressOf(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            throw new RecipeException($"{AddressVariable} is not an https address");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new RecipeException(
                $"{AddressVariable} has a user name or a password, which a Vault does not take: write only the address, such as https://{uri.Host}");
        }

        return uri.Scheme == Uri.UriSchemeHttps || uri.IsLoopback ? uri : throw new RecipeException(
            $"{AddressVariable} is {uri.GetLeftPart(UriPartial.Authority)}: http would send the token readable by others; use https");
    }

    private static (string Token, string Source) FindToken(Func<string, string?> variable, string file)
    {
        var (token, source) = Set(variable, TokenVariable) is { } set
            ? (set, TokenVariable)
            : (Read(file), $"~/{TokenFile}");
        return token.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter > '~')
            ? throw new RecipeException($"the token in {source} has a blank or another character that no token has")
            : (token, source);
    }

    private static string Read(string file)
    {
        try
        {
            return File.Exists(file) && File.ReadAllText(file).Trim() is { Length: > 0 } token
                ? token
                : throw new RecipeException(
                    $"there is no token: set {TokenVariable}, or log in with vault login, which writes ~/{TokenFile}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new RecipeException($"the token cannot be read: {e.Message}", e);
        }
    }
}
