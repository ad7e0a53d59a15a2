namespace CSharpChef.Stacks.Store;

/// <summary>
/// The change of one document by a session. Before is null for a new document, After is null for a removed one.
/// </summary>
internal sealed record DocumentChange(string Kind, IDocument? Before, IDocument? After)
{
    public IDocument Document => After ?? Before!;

    /// <summary>What is unusual about the stored values, for the activity log.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}
