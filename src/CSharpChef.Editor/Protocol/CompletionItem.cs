using System.Text.Json;

namespace CSharpChef.Editor.Protocol;

internal sealed record CompletionItem(string Label)
{
    public CompletionItemKind? Kind { get; init; }

    public string? Detail { get; init; }

    public MarkupContent? Documentation { get; init; }

    public string? SortText { get; init; }

    public string? FilterText { get; init; }

    public bool? Preselect { get; init; }

    public TextEdit? TextEdit { get; init; }

    /// <summary>What the client sends back to have the item described.</summary>
    public JsonElement? Data { get; init; }
}
