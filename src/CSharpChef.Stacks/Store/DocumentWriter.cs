using System.Collections.Concurrent;
using System.Text.Json;
using CSharpChef.Stacks.Store.Secrets;

namespace CSharpChef.Stacks.Store;

/// <summary>
/// Writes a document in the form of the store. A writer writes one document at a time, because it collects the
/// document's secrets; writers are used again, because making one costs much more than writing.
/// </summary>
internal sealed class DocumentWriter
{
    private static readonly ConcurrentBag<DocumentWriter> Idle = [];

    private readonly SecretIdConverter secrets = new();
    private readonly JsonSerializerOptions options;

    private DocumentWriter() => options = DocumentJson.OptionsOf(secrets);

    public static StoredDocument Write(IDocument document)
    {
        var writer = Idle.TryTake(out var idleWriter) ? idleWriter : new();
        var stored = writer.WriteOne(document);
        Idle.Add(writer);
        return stored;
    }

    private StoredDocument WriteOne(IDocument document)
    {
        var collected = secrets.Collect();
        var body = JsonSerializer.Serialize(document, document.GetType(), options);
        return new(body, collected);
    }
}
