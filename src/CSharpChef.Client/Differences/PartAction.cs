namespace CSharpChef.Client.Differences;

/// <summary>The kind of change of a part.</summary>
internal enum PartAction
{
    Add,
    Change,
    Remove,
}
