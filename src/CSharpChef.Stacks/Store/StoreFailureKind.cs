namespace CSharpChef.Stacks.Store;

/// <summary>Why a session failed. Only after <see cref="OutcomeUnknown"/> may something have been stored.</summary>
internal enum StoreFailureKind
{
    /// <summary>Another document has the name already.</summary>
    NameTaken,

    /// <summary>A document has changed between its read and its save.</summary>
    Conflict,

    /// <summary>The database is locked, full or out of reach; later it may work.</summary>
    Unavailable,

    /// <summary>The connection was lost during the commit.</summary>
    OutcomeUnknown,
}
