namespace CSharpChef.Converge.Errors;

/// <summary>A server that stores secrets cannot be reached.</summary>
internal sealed class SecretStoreException(string message, Exception? inner = null) : ChefException(message, inner)
{
    public override int ExitCode => 4;
}
