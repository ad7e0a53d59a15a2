namespace CSharpChef.Converge.Evaluate;

/// <summary>The machines that recipes look up with <c>Nodes</c>: hosts of an inventory, or those of a test.</summary>
internal interface INodeSource
{
    /// <summary>The nodes in the order of their names; called when a recipe first asks for them.</summary>
    /// <param name="current">The node that the recipe runs for, with the facts of this evaluation.</param>
    IReadOnlyList<Node> NodesFor(Node current);
}
