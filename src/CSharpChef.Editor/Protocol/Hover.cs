namespace CSharpChef.Editor.Protocol;

internal sealed record Hover(MarkupContent Contents, Range? Range = null);
