namespace CSharpChef.Stacks.Operations.Rights;

/// <summary>The role of a user on the whole server. Permissions on stacks are separate.</summary>
internal enum UserRole
{
    /// <summary>May do what permissions grant.</summary>
    Member,

    /// <summary>May also create and clone stacks.</summary>
    Creator,

    /// <summary>May do everything, except on stacks with the level deny.</summary>
    Admin,
}
