namespace CSharpChef.Editor.Protocol.Documents;

internal sealed record DocumentParams(DocumentId TextDocument);
