namespace CSharpChef.Stacks.Store;

/// <summary>What the store keeps: one object with its version.</summary>
internal interface IDocument
{
    /// <summary>As in the column; never changes.</summary>
    static abstract string Kind { get; }

    /// <summary>As in messages: "Unable to find instance with ID ...".</summary>
    static abstract string Noun { get; }

    /// <summary>Counts the changes; 0 is not stored yet. A save whose version is not the stored one fails.</summary>
    int Version { get; set; }

    string Id { get; }

    /// <summary>The stack whose permissions rule it; null for what belongs to the server.</summary>
    string? OwnerStack { get; }

    /// <summary>The ids of those it is listed under.</summary>
    IEnumerable<string> ListedUnder => OwnerStack is { } stack ? [stack] : [];

    /// <summary>Names that no other document of the same scope may have.</summary>
    IEnumerable<UniqueName> Names => [];
}
