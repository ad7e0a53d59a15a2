using CSharpChef.Editor.Protocol.Documents;

namespace CSharpChef.Editor.Protocol;

/// <summary>A place in a text. A client that makes a mistake leaves members out.</summary>
internal sealed record PositionParams(DocumentId? TextDocument, Position? Position);
