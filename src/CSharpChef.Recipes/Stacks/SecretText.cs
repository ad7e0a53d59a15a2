namespace CSharpChef.Recipes;

/// <summary>
/// A secret text, which is never shown. It is read only when it is sent: a plan reads no secrets, and a secret that the
/// server already has is sent again only with <c>--replace-secrets</c>.
/// </summary>
public sealed class SecretText
{
    /// <summary>
    /// The text that the server shows instead of a secret. When it is sent back, the secret does not change.
    /// </summary>
    internal const string Filtered = "*****FILTERED*****";

    private readonly Func<string> read;

    internal SecretText(Func<string> read) => this.read = read;

    /// <summary>A secret that contains this one, such as a connection string with a password.</summary>
    /// <example><code>App("shop", a => a.SecureEnvironment["DB"] = Secret("DB_PASSWORD").With(word =>
    /// $"postgres://shop:{word}@db/shop"));</code></example>
    public SecretText With(Func<string, string> text) => new(() => text(read()));

    /// <summary>Always throws, because a secret inside another text would be shown.</summary>
    /// <exception cref="RecipeException">Always.</exception>
    public override string ToString() =>
        throw new RecipeException(
            "a secret cannot be put into a plain text: pass it where a secret is expected, or use With(text => ...)");

    internal string Read() => read();
}
