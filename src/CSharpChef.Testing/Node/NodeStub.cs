using System.Text.Json.Nodes;

namespace CSharpChef.Testing;

/// <summary>
/// A machine that a recipe finds with <c>Nodes</c> or <c>Search</c>; given to <see cref="FakeNode.WithNodes"/>.
/// </summary>
/// <param name="name">The name that the inventory has for the machine.</param>
/// <example>
/// <code>
/// var node = FakeNode.Debian12().WithNodes(
///     new NodeStub("db1") { Address = "10.0.0.21", Groups = ["db"], Attributes = new { db = new { port = 5432 } } },
///     new NodeStub("web1") { Groups = ["web"], Facts = FakeNode.Ubuntu2404() });
/// </code>
/// </example>
public sealed class NodeStub(string name)
{
    private readonly JsonObject attributes = [];

    /// <summary>The name of the machine.</summary>
    public string Name { get; } = name;

    /// <summary>The address. Default: the name.</summary>
    public string Address { get; init; } = name;

    /// <summary>The groups. Default none.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>The attributes: an object such as <c>new { site = new { port = 81 } }</c>. Default none.</summary>
    /// <exception cref="ChefTestException">The value is not an object with names.</exception>
    public object Attributes
    {
        get;
        init
        {
            field = value;
            attributes = GivenObject.Of(value, $"new NodeStub({CSharpLiteral.Of(Name)}) {{ Attributes = … }}");
        }
    } = new { };

    /// <summary>
    /// A fake node whose facts the machine has. Default: none, as for a machine whose facts were never read.
    /// </summary>
    public FakeNode? Facts { get; init; }

    internal Node Node => new(Name, () => Facts is null ? null : new Facts(Facts.Facts), () => Merged)
    {
        Address = Address,
        Groups = Groups,
        MissingFacts = $"this test gives {Name} no facts: write new NodeStub(\"{Name}\") {{ Facts = FakeNode.Debian12() }}",
    };

    private NodeAttributes Merged => new([new AttributeLevel("test", attributes)]);
}
