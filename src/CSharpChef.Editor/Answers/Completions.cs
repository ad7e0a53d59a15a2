using CSharpChef.Editor.Answers.Strings;
using CSharpChef.Editor.Protocol;
using CSharpChef.Editor.Scripts;
using Microsoft.CodeAnalysis.Completion;
using CompletionItem = CSharpChef.Editor.Protocol.CompletionItem;
using CompletionList = CSharpChef.Editor.Protocol.CompletionList;
using Item = Microsoft.CodeAnalysis.Completion.CompletionItem;

namespace CSharpChef.Editor.Answers;

/// <summary>What can be written at a position.</summary>
internal sealed class Completions
{
    // More than this a person does not read, and the next letter asks again.
    private const int Limit = 400;
    private readonly OfferedItems offered = new();

    public async Task<CompletionList> AtAsync(BoundScript script, Position position, CancellationToken ct)
    {
        var offset = script.PositionOf(position);
        if ((IncludeCompletions.At(script, position) ?? await TextCompletions.AtAsync(script, offset, ct)) is { } names)
        {
            return names;
        }

        script = await AwaitedValue.WithAsync(script, offset, ct);
        var service = CompletionService.GetService(script.Document)!;
        var list = await service.GetCompletionsAsync(script.Document, offset, cancellationToken: ct);
        var unwanted = await UnwantedItems.AtAsync(script, offset, ct);
        var typed = script.Source.ToString(list.Span);
        var fitting = list.ItemsList
            .Where(item => TypedLetters.Fit(typed, item.FilterText) && !unwanted.Has(item))
            .DistinctBy(item => (LabelOf(item), item.IsComplexTextEdit))
            .OrderBy(ItemOrder.TextOf, StringComparer.OrdinalIgnoreCase)
            .ToList();
        var number = offered.Add(script.Document, fitting);
        var items = new List<CompletionItem>();
        foreach (var (index, item) in fitting.Take(Limit).Index())
        {
            items.Add(await ItemAsync(service, script, list, item, ct) with { Data = OfferedItems.Key(number, index) });
        }

        return new CompletionList(fitting.Count > Limit, items);
    }

    /// <summary>The item with its description.</summary>
    public async Task<CompletionItem> ResolveAsync(CompletionItem item, CancellationToken ct)
    {
        if (offered.Find(item.Data) is not var (document, found))
        {
            return item;
        }

        var service = CompletionService.GetService(document)!;
        var description = await service.GetDescriptionAsync(document, found, ct);
        return description is null ? item : item with
        {
            Documentation = MarkupContent.Markdown(DescriptionText.Of(description.TaggedParts)),
        };
    }

    // A type with <> is another type; a method has the same name with it.
    private static string LabelOf(Item item) => item.DisplayTextPrefix + item.DisplayText
        + (item.DisplayTextSuffix == "<>" && ItemKind.Of(item.Tags) == CompletionItemKind.Method
            ? ""
            : item.DisplayTextSuffix);

    private static async Task<CompletionItem> ItemAsync(
        CompletionService service,
        BoundScript script,
        Microsoft.CodeAnalysis.Completion.CompletionList list,
        Item item,
        CancellationToken ct)
    {
        var text = LabelOf(item);
        var edit = item.IsComplexTextEdit
            ? (await service.GetChangeAsync(script.Document, item, cancellationToken: ct)).TextChange
            : new(list.Span, item.DisplayText);
        return new CompletionItem(text)
        {
            Kind = ItemKind.Of(item.Tags),
            Detail = item.InlineDescription is { Length: > 0 } detail ? detail : null,
            SortText = ItemOrder.TextOf(item),
            FilterText = item.FilterText == text ? null : item.FilterText,
            Preselect = item.Rules.MatchPriority == MatchPriority.Preselect ? true : null,
            TextEdit = IndentedEdit.Of(script.Text, new TextEdit(script.RangeOf(edit.Span), edit.NewText ?? "")),
        };
    }
}
