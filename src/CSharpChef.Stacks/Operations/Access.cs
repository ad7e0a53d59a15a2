using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Operations;

/// <summary>Who may do what. Deny beats everything, also the role admin; another admin lifts it.</summary>
internal static class Access
{
    /// <summary>For others a stack is not there.</summary>
    public static bool Sees(UserRole role, PermissionLevel? level) => Allows(Right.Show, role, level);

    /// <summary>On one stack.</summary>
    public static bool Allows(Right right, UserRole role, PermissionLevel? level) => level switch
    {
        PermissionLevel.Deny => false,
        _ when role == UserRole.Admin || right == Right.SignedIn => true,
        PermissionLevel.Manage => right != Right.Admin,
        PermissionLevel.Deploy => right is Right.Show or Right.Deploy,
        PermissionLevel.Show => right == Right.Show,
        _ => false,
    };

    /// <summary>Before any stack is looked at.</summary>
    public static bool Allows(Right right, UserRole role) => right switch
    {
        Right.Admin => role == UserRole.Admin,
        Right.Create => role is UserRole.Admin or UserRole.Creator,
        _ => true,
    };

    public static string Needed(Right right) => right switch
    {
        Right.Show => "show",
        Right.Deploy => "deploy",
        _ => "manage",
    };
}
