namespace CSharpChef.Recipes;

/// <summary>What a step is about.</summary>
/// <param name="Kind">The kind of thing: <c>path</c>, <c>package</c>, <c>service</c>, <c>user</c>, …</param>
/// <param name="Name">Which one.</param>
public readonly record struct Subject(string Kind, string Name)
{
    /// <inheritdoc />
    public override string ToString() => $"{Kind}:{Name}";
}
