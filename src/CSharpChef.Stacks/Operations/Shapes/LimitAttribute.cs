namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>
/// Sets the largest size of a member: the bytes of a text in UTF-8, or the entries of a list or an object. Members
/// without it have the default of their shape.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LimitAttribute(int most) : Attribute
{
    public int Most { get; } = most;
}
