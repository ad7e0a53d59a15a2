namespace CSharpChef.Editor.Protocol.Documents;

internal sealed record DocumentId(string Uri, int? Version = null);
