namespace CSharpChef.Stacks;

[Open]
internal enum PermissionLevel
{
    Deny,
    IamOnly,
    Show,
    Deploy,
    Manage,
}
