using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Operations.Rights;

/// <summary>The rights that a permission grants on a stack.</summary>
[Open]
internal enum PermissionLevel
{
    Deny,
    IamOnly,
    Show,
    Deploy,
    Manage,
}
