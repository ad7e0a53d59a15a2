using System.Text.Json;
using Microsoft.CodeAnalysis;
using Item = Microsoft.CodeAnalysis.Completion.CompletionItem;

namespace CSharpChef.Editor.Answers;

/// <summary>The items of the last completions, for an editor that asks for the description of one.</summary>
internal sealed class OfferedItems
{
    private const int Kept = 4;
    private readonly Lock access = new();
    private readonly Dictionary<int, (Document Document, IReadOnlyList<Item> Items)> lists = [];
    private int last;

    public int Add(Document document, IReadOnlyList<Item> items)
    {
        lock (access)
        {
            lists[++last] = (document, items);
            lists.Remove(last - Kept);
            return last;
        }
    }

    public static JsonElement Key(int list, int index) => JsonSerializer.SerializeToElement(new[] { list, index });

    /// <summary>The item of a key; null when its list is no longer kept.</summary>
    public (Document Document, Item Item)? Find(JsonElement? key)
    {
        if (key is not { ValueKind: JsonValueKind.Array } || key.Value.GetArrayLength() != 2)
        {
            return null;
        }

        lock (access)
        {
            return lists.TryGetValue(key.Value[0].GetInt32(), out var list)
                && key.Value[1].GetInt32() is var index && index >= 0 && index < list.Items.Count
                    ? (list.Document, list.Items[index])
                    : null;
        }
    }
}
