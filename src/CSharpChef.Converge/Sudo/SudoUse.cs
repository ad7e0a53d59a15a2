namespace CSharpChef.Converge.Sudo;

/// <summary>When programs run as root by way of sudo.</summary>
internal enum SudoUse
{
    /// <summary>On other machines, where the login user is not root.</summary>
    WhereNeeded,

    Always,

    Never,
}
