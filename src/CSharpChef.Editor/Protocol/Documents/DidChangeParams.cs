namespace CSharpChef.Editor.Protocol.Documents;

internal sealed record DidChangeParams(DocumentId TextDocument, IReadOnlyList<ContentChange> ContentChanges);
