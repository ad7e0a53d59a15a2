namespace CSharpChef.Converge.Sudo;

/// <summary>Whether programs run as root through sudo.</summary>
internal enum SudoUse
{
    /// <summary>On other machines, where the login user is not root.</summary>
    WhereNeeded,

    Always,

    Never,
}
