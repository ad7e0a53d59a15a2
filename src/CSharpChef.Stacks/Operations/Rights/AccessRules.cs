namespace CSharpChef.Stacks.Operations.Rights;

/// <summary>
/// The rules of who may do what. The level deny overrides everything, even the role admin, until another administrator
/// changes it.
/// </summary>
internal static class AccessRules
{
    /// <summary>True when the user may see that the stack exists.</summary>
    public static bool Sees(UserRole role, PermissionLevel? level) => Allows(Right.Show, role, level);

    /// <summary>True when the user has the right on one stack.</summary>
    public static bool Allows(Right right, UserRole role, PermissionLevel? level) => level switch
    {
        PermissionLevel.Deny => false,
        _ when role == UserRole.Admin || right == Right.SignedIn => true,
        PermissionLevel.Manage => right != Right.Admin,
        PermissionLevel.Deploy => right is Right.Show or Right.Deploy,
        PermissionLevel.Show => right == Right.Show,
        _ => false,
    };

    /// <summary>True when the role is enough; rights on a stack are checked later.</summary>
    public static bool Allows(Right right, UserRole role) => right switch
    {
        Right.Admin => role == UserRole.Admin,
        Right.Create => role is UserRole.Admin or UserRole.Creator,
        _ => true,
    };

    /// <summary>The level that gives the right.</summary>
    public static string LevelFor(Right right) => right switch
    {
        Right.Show => "show",
        Right.Deploy => "deploy",
        _ => "manage",
    };
}
