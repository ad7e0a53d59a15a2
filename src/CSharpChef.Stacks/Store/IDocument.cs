namespace CSharpChef.Stacks.Store;

/// <summary>One object of the store, kept as JSON with a version.</summary>
internal interface IDocument
{
    /// <summary>The kind of the documents that others belong to; see <see cref="OwnerStack"/>.</summary>
    const string StackKind = "stack";

    /// <summary>The kind of the documents that are listed under layers.</summary>
    const string InstanceKind = "instance";

    /// <summary>The name of the kind in the database; it never changes.</summary>
    static abstract string Kind { get; }

    /// <summary>The kind's name in messages: "Unable to find instance with ID ...".</summary>
    static abstract string Noun { get; }

    /// <summary>Counts the saves; 0 until it is stored. A save of another than the stored version fails.</summary>
    int Version { get; set; }

    string Id { get; }

    /// <summary>The id of the stack whose permissions apply; null for documents of the whole server.</summary>
    string? OwnerStack { get; }

    /// <summary>The ids under which the document is listed.</summary>
    IEnumerable<string> ListedUnder => OwnerStack is { } stack ? [stack] : [];

    /// <summary>Names that no other document may have in the same scope.</summary>
    IEnumerable<UniqueName> Names => [];
}
