namespace CSharpChef.Editor.Protocol;

internal sealed record Location(string Uri, Range Range);
