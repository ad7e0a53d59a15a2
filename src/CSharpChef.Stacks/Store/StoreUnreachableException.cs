namespace CSharpChef.Stacks.Store;

/// <summary>PostgreSQL or Redis cannot be reached.</summary>
internal sealed class StoreUnreachableException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 4;
}
