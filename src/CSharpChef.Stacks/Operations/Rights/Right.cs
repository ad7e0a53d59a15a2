namespace CSharpChef.Stacks.Operations.Rights;

/// <summary>The right that an operation needs.</summary>
internal enum Right
{
    /// <summary>Any signed-in user.</summary>
    SignedIn,

    /// <summary>The level show on every stack concerned.</summary>
    Show,

    /// <summary>The level deploy on every stack concerned.</summary>
    Deploy,

    /// <summary>The level manage on every stack concerned.</summary>
    Manage,

    /// <summary>The role creator or admin, and the level manage on a stack that is cloned.</summary>
    Create,

    /// <summary>The role admin.</summary>
    Admin,
}
