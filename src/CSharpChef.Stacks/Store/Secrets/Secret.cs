namespace CSharpChef.Stacks.Store.Secrets;

/// <summary>
/// A text that no answer, log or diff shows. New ones are held in clear until they are stored; stored ones only by
/// their id.
/// </summary>
internal sealed class Secret
{
    /// <summary>What is shown in place of it, and what a client sends back to leave it as it is.</summary>
    public const string Filtered = "*****FILTERED*****";

    private Secret(string? id, string? clear)
    {
        Id = id;
        Clear = clear;
    }

    /// <summary>Null until it is stored.</summary>
    public string? Id { get; }

    /// <summary>Null once it is stored.</summary>
    public string? Clear { get; }

    public bool IsFiltered => Clear == Filtered;

    public static Secret New(string clear) => new(null, clear);

    public static Secret Stored(string id) => new(id, null);

    /// <summary>
    /// What holds after an update: nothing given or the filtered text leaves what was, an empty text removes it.
    /// </summary>
    public static Secret? Merge(Secret? given, Secret? below) => given switch
    {
        null or { IsFiltered: true } => below,
        { Clear: "" } => null,
        _ => given,
    };

    public override string ToString() => Filtered;
}
