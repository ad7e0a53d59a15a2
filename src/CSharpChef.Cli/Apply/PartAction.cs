namespace CSharpChef.Cli.Apply;

/// <summary>What is done to a thing.</summary>
internal enum PartAction
{
    Add,
    Change,
    Remove,
}
