namespace CSharpChef.Stacks.Operations;

/// <summary>What an operation asks of its caller.</summary>
internal enum Right
{
    /// <summary>Any signed-in user.</summary>
    SignedIn,

    /// <summary>The level show on every stack it touches.</summary>
    Show,

    /// <summary>The level deploy.</summary>
    Deploy,

    /// <summary>The level manage.</summary>
    Manage,

    /// <summary>To make stacks: the role creator or admin; and the level manage on a stack it starts from.</summary>
    Create,

    /// <summary>The role admin.</summary>
    Admin,
}
