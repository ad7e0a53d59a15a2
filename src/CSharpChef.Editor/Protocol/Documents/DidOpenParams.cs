namespace CSharpChef.Editor.Protocol.Documents;

internal sealed record DidOpenParams(DocumentItem TextDocument);
