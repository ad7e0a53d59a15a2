using System.Text.Json.Serialization;

namespace CSharpChef.Converge.Workers.Protocol;

/// <summary>
/// A line that a worker writes. Recipes can write such lines too, so that nothing in them may be trusted.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Ready), "ready")]
[JsonDerivedType(typeof(Place), "place")]
[JsonDerivedType(typeof(SecretTexts), "secret-texts")]
[JsonDerivedType(typeof(Content), "content")]
[JsonDerivedType(typeof(Declared), "declared")]
[JsonDerivedType(typeof(Barrier), "barrier")]
[JsonDerivedType(typeof(Query), "query")]
[JsonDerivedType(typeof(SecretQuestion), "secret-question")]
[JsonDerivedType(typeof(DataBagQuestion), "data-bag-question")]
[JsonDerivedType(typeof(ItemQuestion), "item-question")]
[JsonDerivedType(typeof(Finished), "finished")]
[JsonDerivedType(typeof(Compiled), "compiled")]
[JsonDerivedType(typeof(Failed), "failed")]
internal abstract record WorkerMessage
{
    private WorkerMessage()
    {
    }

    /// <summary>The worker has started, or its run has finished and left nothing: it waits for a request.</summary>
    internal sealed record Ready : WorkerMessage;

    /// <summary>The recipes have reached a place.</summary>
    internal sealed record Place(string At) : WorkerMessage;

    /// <summary>Texts that recipes have read as secrets.</summary>
    internal sealed record SecretTexts(IReadOnlyList<string> Texts) : WorkerMessage;

    /// <summary>A part of the content of a file that steps name by its number.</summary>
    internal sealed record Content(int Number, byte[] Bytes, bool IsLast) : WorkerMessage;

    /// <summary>A resource, or one that has changed since it was sent.</summary>
    internal sealed record Declared(ResourceMessage Resource) : WorkerMessage;

    /// <summary>The recipes wait until these resources have converged.</summary>
    /// <param name="Resources">The numbers of the resources declared since the last barrier, in order.</param>
    /// <param name="FactsRead">The groups of facts that the recipes have read.</param>
    internal sealed record Barrier(IReadOnlyList<int> Resources, int FactsRead) : WorkerMessage;

    /// <summary>The recipes wait for the answer of the node to a command.</summary>
    internal sealed record Query(string Command, SourceLocation At, IReadOnlyList<int> Resources, int FactsRead)
        : WorkerMessage;

    /// <summary>The recipes wait for a secret.</summary>
    internal sealed record SecretQuestion(string Name) : WorkerMessage;

    /// <summary>The recipes wait for the names of the items of a data bag.</summary>
    internal sealed record DataBagQuestion(string Bag) : WorkerMessage;

    /// <summary>The recipes wait for a data bag item.</summary>
    internal sealed record ItemQuestion(string Bag, string Item) : WorkerMessage;

    /// <summary>All recipes have finished.</summary>
    internal sealed record Finished(
        IReadOnlyList<int> Resources, IReadOnlyList<string> Recipes, IReadOnlyDictionary<string, string> Published,
        int FactsRead) : WorkerMessage;

    /// <summary>All scripts compile.</summary>
    internal sealed record Compiled(IReadOnlyList<string> Warnings) : WorkerMessage;

    /// <summary>The recipes have failed.</summary>
    internal sealed record Failed(FailureKind Failure, string Message, int? ExitCode) : WorkerMessage;
}
