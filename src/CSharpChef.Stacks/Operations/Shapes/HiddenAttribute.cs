namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Marks a member of a document that is stored but not part of the API.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class HiddenAttribute : Attribute
{
    /// <summary>True for a member whose changes stand in the activity log. Default: false, as for secrets.</summary>
    public bool IsLogged { get; init; }
}
