namespace CSharpChef.Stacks.Store;

/// <summary>A session failed for a reason outside this program.</summary>
internal sealed class StoreFailureException(StoreFailureKind kind, string message, Exception? inner = null)
    : ChefException(message, inner)
{
    public StoreFailureKind Kind { get; } = kind;

    public override int ExitCode => 1;
}
