namespace CSharpChef.Stacks.Operations.Shapes;

/// <summary>
/// Marks a member of an operation of OpsWorks that OpsWorks did not have. The service model for AWS clients leaves it
/// out, and an answer has it only where it says more than its absence.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OwnAttribute : Attribute;
