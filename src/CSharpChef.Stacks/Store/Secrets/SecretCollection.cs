namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>The secrets of one document.</summary>
internal sealed class SecretCollection
{
    private readonly Dictionary<string, string> added = [];
    private readonly HashSet<string> ids = [];

    /// <summary>The secrets that are not stored yet, in clear, by their new ids.</summary>
    public IReadOnlyDictionary<string, string> New => added;

    /// <summary>The ids of all secrets.</summary>
    public IReadOnlySet<string> Ids => ids;

    /// <returns>The secret's id; a new one when the secret is not stored yet.</returns>
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
