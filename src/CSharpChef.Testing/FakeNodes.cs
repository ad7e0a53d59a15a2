using CSharpChef.Converge.Evaluate;

namespace CSharpChef.Testing;

/// <summary>The machines that recipes find with <c>Nodes</c>: those that the test gives.</summary>
internal sealed class FakeNodes(FakeNode node) : INodeSource
{
    /// <exception cref="ChefTestException">The test gives none.</exception>
    public IReadOnlyList<Node> NodesFor(Node current) => node.Nodes is { } given
        ? [.. given.OrderBy(stub => stub.Name, StringComparer.Ordinal).Select(stub => stub.Node)]
        : throw new ChefTestException(
            "the recipe reads Nodes or calls Search, and this test gives no machines: set them before the run:\n"
            + "    node.WithNodes(new NodeStub(\"db1\") { Groups = [\"db\"] });");
}
