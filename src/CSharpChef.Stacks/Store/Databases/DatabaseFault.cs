namespace CSharpChef.Stacks.Store.Databases;

/// <summary>The kinds of failures of a statement.</summary>
internal enum DatabaseFault
{
    /// <summary>The statement is wrong: a bug of this program.</summary>
    Bug,

    /// <summary>Another transaction was faster; the whole session can run again.</summary>
    Conflict,

    /// <summary>The database is locked, full or out of reach; later it may work.</summary>
    Unavailable,

    /// <summary>The database has lost its form, and only a restored backup works.</summary>
    Damage,
}
