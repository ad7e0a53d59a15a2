namespace CSharpChef.Editor.Protocol;

/// <summary>Parameters that the server does not need.</summary>
internal sealed record NoParams;
