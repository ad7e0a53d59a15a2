namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>Marks an enum member that requests may have although the service model of AWS does not list it.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class UnlistedAttribute : Attribute;
