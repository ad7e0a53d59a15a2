namespace CSharpChef.Stacks.Store;

/// <summary>The store cannot be opened or used with these options: the administrator must change something.</summary>
internal class StoreException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 2;
}
