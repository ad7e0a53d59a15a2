namespace CSharpChef.Stacks.Store;

/// <summary>
/// The kinds of failures of a session. Only after <see cref="OutcomeUnknown"/> may something have been stored.
/// </summary>
internal enum StoreFailureKind
{
    /// <summary>Another document has the name already.</summary>
    NameTaken,

    /// <summary>A document changed after the session read it and before the session saved it.</summary>
    Conflict,

    /// <summary>The database is locked, full or out of reach; later it may work.</summary>
    Unavailable,

    /// <summary>The connection was lost during the commit.</summary>
    OutcomeUnknown,
}
