namespace CSharpChef.Stacks.Store;

/// <summary>The store cannot be used as it was asked for: whoever started the server must change something.</summary>
internal sealed class StoreException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 2;
}
