namespace CSharpChef.Stacks.Stacks.Keys;

/// <summary>The private keys of a stack, opened for one login. They must not be kept.</summary>
/// <param name="Current">The text of the key.</param>
/// <param name="Former">The texts of the former keys that some machine may still accept.</param>
internal sealed record OpenedStackKeys(string Current, IReadOnlyList<string> Former)
{
    // A key must not reach a log through the text of this record.
    public override string ToString() => nameof(OpenedStackKeys);
}
