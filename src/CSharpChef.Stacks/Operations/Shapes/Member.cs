namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>A member of an object of the API.</summary>
internal sealed record Member(string Name, Shape Shape, bool Required, string Description)
{
    /// <summary>True for a member that OpsWorks did not have, in an operation that it had.</summary>
    public bool IsOwn { get; init; }
}
