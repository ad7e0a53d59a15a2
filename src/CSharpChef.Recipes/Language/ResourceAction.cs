using System.ComponentModel;
using CSharpChef.Recipes.Steps;

namespace CSharpChef.Recipes;

/// <summary>
/// One action of a resource, such as <c>nginx.Restart</c>, for notifications and <c>Do</c>.
/// </summary>
public sealed class ResourceAction : IEquatable<ResourceAction>
{
    private readonly Func<Node, IEnumerable<Step>> steps;

    internal ResourceAction(Resource resource, string name, Func<Node, IEnumerable<Step>> steps)
    {
        Resource = resource;
        Name = name;
        this.steps = steps;
    }

    /// <summary>The resource that acts.</summary>
    public Resource Resource { get; }

    /// <summary>The action's name in lower case, such as <c>restart</c>.</summary>
    public string Name { get; }

    internal IReadOnlyList<Step> Steps(Node node) => [.. steps(node)];

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public bool Equals(ResourceAction? other) =>
        other is not null && ReferenceEquals(Resource, other.Resource) && Name == other.Name;

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => Equals(obj as ResourceAction);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => HashCode.Combine(Resource, Name);

    /// <inheritdoc />
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override string ToString() => $"{Resource} {Name}";
}
