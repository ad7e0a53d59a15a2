namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// A text that no answer, log or diff shows. A new secret is held in clear until it is stored; a stored one is known
/// by its id only.
/// </summary>
internal sealed class Secret
{
    /// <summary>The text shown instead; a client that sends it back leaves the secret unchanged.</summary>
    public const string Filtered = "*****FILTERED*****";

    private Secret(string? id, string? clear)
    {
        Id = id;
        Clear = clear;
    }

    /// <summary>The id in the store; null until the secret is stored.</summary>
    public string? Id { get; }

    /// <summary>The text; null once the secret is stored.</summary>
    public string? Clear { get; }

    public bool IsFiltered => Clear == Filtered;

    public static Secret New(string clear) => new(null, clear);

    public static Secret Stored(string id) => new(id, null);

    /// <summary>
    /// The secret after an update: an absent or filtered text leaves the stored one, an empty text removes it.
    /// </summary>
    public static Secret? Merge(Secret? sent, Secret? stored) => sent switch
    {
        null or { IsFiltered: true } => stored,
        { Clear: "" } => null,
        _ => sent,
    };

    public override string ToString() => Filtered;
}
