namespace CSharpChef.Stacks.Store;

/// <summary>
/// What one operation did to one document. Before is null when it was made, after when it was removed.
/// </summary>
internal sealed record DocumentChange(string Kind, IDocument? Before, IDocument? After)
{
    public IDocument Document => After ?? Before!;
}
