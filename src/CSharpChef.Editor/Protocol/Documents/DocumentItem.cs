namespace CSharpChef.Editor.Protocol.Documents;

internal sealed record DocumentItem(string Uri, int Version, string Text);
