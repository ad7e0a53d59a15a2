namespace CSharpChef.Client.Differences;

/// <summary>The kinds of changes of a part.</summary>
internal enum PartAction
{
    Add,
    Change,
    Remove,
}
