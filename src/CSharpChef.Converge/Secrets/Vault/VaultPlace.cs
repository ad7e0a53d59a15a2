namespace CSharpChef.Converge.Secrets.Vault;

/// <summary>The place of a secret in a Vault: <c>PATH#KEY</c>, such as <c>secret/shop/db#password</c>.</summary>
/// <param name="Path">The path with the mount of its secrets engine, as <c>vault kv get</c> takes it.</param>
/// <param name="Key">The key in the secret of that path.</param>
internal sealed record VaultPlace(string Path, string Key)
{
    public static VaultPlace Parse(string text)
    {
        var hash = text.LastIndexOf('#');
        var path = hash < 0 ? "" : text[..hash].Trim('/');
        if (path.Length == 0 || hash == text.Length - 1)
        {
            throw new RecipeException("write the path and the key: vault:PATH#KEY, such as vault:secret/shop/db#password");
        }

        return path.Split('/').Any(part => part is "" or "." or "..")
            ? throw new RecipeException($"the path {path} has an empty part, or the part . or ..")
            : new VaultPlace(path, text[(hash + 1)..]);
    }

    /// <summary>A path as a part of a URL.</summary>
    public static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
