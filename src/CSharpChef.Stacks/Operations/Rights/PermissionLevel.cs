using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations.Rights;

/// <summary>The levels of a permission on a stack.</summary>
[Open]
internal enum PermissionLevel
{
    Deny,
    IamOnly,
    Show,
    Deploy,
    Manage,
}
