namespace CSharpChef.Converge.Secrets;

/// <summary>
/// The name of a secret in a recipe: a store and a place in it, such as <c>env:DB_PASSWORD</c>, or a name without a
/// store.
/// </summary>
/// <param name="Store">The word before the colon; null when it is not the name of a store.</param>
/// <param name="Place">What the store looks for; the whole name without a store.</param>
internal sealed record SecretName(string? Store, string Place)
{
    public const string Environment = "env";
    public const string File = "file";
    public const string Command = "command";
    public const string DataBag = "databag";
    public const string Vault = "vault";

    /// <summary>A name for each store, for error messages.</summary>
    public const string Examples =
        "\"env:NAME\", \"file:PATH\", \"command:PROGRAM ARGUMENTS\", \"databag:BAG/ITEM#KEY\", \"vault:PATH#KEY\"";

    private static readonly string[] Stores = [Environment, File, Command, DataBag, Vault];

    public static SecretName Parse(string name) =>
        name.Split(':', 2) is [var store, var place] && Stores.Contains(store)
            ? new SecretName(store, place)
            : new SecretName(null, name);

    public static bool HasStore(string name) => Parse(name).Store is not null;
}
