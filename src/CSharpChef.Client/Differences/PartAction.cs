namespace CSharpChef.Client.Differences;

/// <summary>What is done to a thing.</summary>
internal enum PartAction
{
    Add,
    Change,
    Remove,
}
