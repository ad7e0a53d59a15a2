namespace CSharpChef.Stacks.Users;

/// <summary>What a user may do on the whole server, beside the permissions on each stack.</summary>
internal enum UserRole
{
    /// <summary>Only what permissions grant.</summary>
    Member,

    /// <summary>May also make and clone stacks.</summary>
    Creator,

    Admin,
}
