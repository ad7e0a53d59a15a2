namespace CSharpChef.Client.Differences;

/// <summary>How a part changes.</summary>
internal enum PartAction
{
    Add,
    Change,
    Remove,
}
