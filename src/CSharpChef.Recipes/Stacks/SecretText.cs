namespace CSharpChef.Recipes;

/// <summary>
/// A text that is shown nowhere. It is read only when it must be sent: a plan needs no secret, and a server that has
/// one already is not sent it again without <c>--replace-secrets</c>.
/// </summary>
public sealed class SecretText
{
    /// <summary>
    /// What the server shows in the place of a secret, and what leaves it as it is when it is sent back.
    /// </summary>
    internal const string Filtered = "*****FILTERED*****";

    private readonly Func<string> read;

    internal SecretText(Func<string> read) => this.read = read;

    /// <summary>A secret made of this one, such as an address with a password in it.</summary>
    /// <example><code>App("shop", a => a.SecureEnvironment["DB"] = Secret("DB_PASSWORD").With(word =>
    /// $"postgres://shop:{word}@db/shop"));</code></example>
    public SecretText With(Func<string, string> text) => new(() => text(read()));

    /// <summary>Fails: a secret inside another text would be a secret no more.</summary>
    /// <exception cref="RecipeException">Always.</exception>
    public override string ToString() =>
        throw new RecipeException(
            "a secret cannot be put into a text that is none: give it where a secret is expected, or use With(text => ...)");

    internal string Read() => read();
}
