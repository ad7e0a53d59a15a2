using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Workers.Protocol;

namespace CSharpChef.Converge.Workers.Inside;

/// <summary>The nodes that the server gave a run.</summary>
internal sealed class GivenNodes(IReadOnlyList<NodeMessage> nodes) : INodeSource
{
    public IReadOnlyList<Node> NodesFor(Node current) =>
        [.. nodes.Select(node => NodeMessages.ToNode(node, current.Facts))];
}
