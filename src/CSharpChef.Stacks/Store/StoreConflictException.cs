namespace CSharpChef.Stacks.Store;

/// <summary>What was read has changed before it was saved. The whole operation is done again.</summary>
internal sealed class StoreConflictException(string message) : ChefException(message)
{
    public override int ExitCode => 70;
}
