using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Stacks.Users;

[Open]
internal enum PermissionLevel
{
    Deny,
    IamOnly,
    Show,
    Deploy,
    Manage,
}
