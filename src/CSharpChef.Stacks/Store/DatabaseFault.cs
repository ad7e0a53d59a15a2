namespace CSharpChef.Stacks.Store;

/// <summary>What a failed statement means.</summary>
internal enum DatabaseFault
{
    /// <summary>Our own bug.</summary>
    Bug,

    /// <summary>Another was faster: the whole operation may be done again.</summary>
    Conflict,

    /// <summary>Locked, full or out of reach: later it may work.</summary>
    Unavailable,
}
