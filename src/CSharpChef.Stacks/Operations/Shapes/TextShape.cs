namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>The shape of a text.</summary>
/// <param name="Words">The allowed texts in the service model; all texts when empty.</param>
internal sealed record TextShape(IReadOnlyList<string> Words) : Shape
{
    /// <summary>
    /// Two ids of this length fit into a row of an index of PostgreSQL, which has room for about 2,700 bytes.
    /// </summary>
    public const int DefaultMaxBytes = 1024;

    public override string Noun => "text";

    /// <summary>True for a secret, which is written but never shown.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Texts that are allowed too, although the service model of AWS does not list them.</summary>
    public IReadOnlyList<string> UnlistedWords { get; init; } = [];

    /// <summary>All allowed texts; every text when empty.</summary>
    public IReadOnlyList<string> AllowedWords => UnlistedWords.Count == 0 ? Words : [.. Words, .. UnlistedWords];

    /// <summary>The largest size in UTF-8.</summary>
    public int MaxBytes { get; init; } = DefaultMaxBytes;

    /// <summary>True for a text that may contain tabs, LF and CR LF.</summary>
    public bool IsMultiline { get; init; }
}
