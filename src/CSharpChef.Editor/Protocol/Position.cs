namespace CSharpChef.Editor.Protocol;

/// <summary>A place in a text: line and character from 0, in units of UTF-16.</summary>
internal sealed record Position(int Line, int Character);
