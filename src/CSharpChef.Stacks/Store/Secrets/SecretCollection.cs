namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>Collects the secrets of one document and gives each new secret an id.</summary>
internal sealed class SecretCollection
{
    private readonly Dictionary<string, string> added = [];
    private readonly HashSet<string> ids = [];

    /// <summary>The clear texts of the secrets that are not stored yet, by their new ids.</summary>
    public IReadOnlyDictionary<string, string> NewSecrets => added;

    /// <summary>The ids of all secrets of the document, stored or not.</summary>
    public IReadOnlySet<string> Ids => ids;

    /// <returns>The id of the secret; a new id when the secret is not stored yet.</returns>
    public string Add(Secret secret)
    {
        var id = secret.Id ?? Guid.NewGuid().ToString("N");
        ids.Add(id);
        if (secret.Id is null)
        {
            added.Add(id, secret.Clear!);
        }

        return id;
    }
}
