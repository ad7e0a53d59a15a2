namespace CSharpChef.Recipes.Steps;

/// <summary>The thing that a step manages.</summary>
/// <param name="Kind">The kind of subject: <c>path</c>, <c>package</c>, <c>service</c>, <c>user</c>, …</param>
/// <param name="Name">The name of the subject.</param>
public sealed record Subject(string Kind, string Name)
{
    /// <inheritdoc />
    public override string ToString() => $"{Kind}:{Name}";
}
