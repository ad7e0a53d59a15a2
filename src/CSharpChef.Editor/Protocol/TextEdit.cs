namespace CSharpChef.Editor.Protocol;

internal sealed record TextEdit(Range Range, string NewText);
