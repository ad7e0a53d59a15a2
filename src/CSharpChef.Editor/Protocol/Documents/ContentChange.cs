namespace CSharpChef.Editor.Protocol.Documents;

/// <summary>A change of a text; without a range it replaces the whole text.</summary>
internal sealed record ContentChange(string Text, Range? Range = null);
