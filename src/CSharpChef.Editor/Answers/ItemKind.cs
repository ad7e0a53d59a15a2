using System.Collections.Immutable;
using CSharpChef.Editor.Protocol;
using Microsoft.CodeAnalysis.Tags;

namespace CSharpChef.Editor.Answers;

/// <summary>The kind of an item by the tags of the completion service.</summary>
internal static class ItemKind
{
    private static readonly Dictionary<string, CompletionItemKind> Kinds = new()
    {
        [WellKnownTags.Class] = CompletionItemKind.Class,
        [WellKnownTags.Constant] = CompletionItemKind.Constant,
        [WellKnownTags.Delegate] = CompletionItemKind.Class,
        [WellKnownTags.Enum] = CompletionItemKind.Enum,
        [WellKnownTags.EnumMember] = CompletionItemKind.EnumMember,
        [WellKnownTags.Event] = CompletionItemKind.Event,
        [WellKnownTags.ExtensionMethod] = CompletionItemKind.Method,
        [WellKnownTags.Field] = CompletionItemKind.Field,
        [WellKnownTags.File] = CompletionItemKind.File,
        [WellKnownTags.Folder] = CompletionItemKind.Folder,
        [WellKnownTags.Interface] = CompletionItemKind.Interface,
        [WellKnownTags.Keyword] = CompletionItemKind.Keyword,
        [WellKnownTags.Local] = CompletionItemKind.Variable,
        [WellKnownTags.Method] = CompletionItemKind.Method,
        [WellKnownTags.Namespace] = CompletionItemKind.Module,
        [WellKnownTags.Parameter] = CompletionItemKind.Variable,
        [WellKnownTags.Property] = CompletionItemKind.Property,
        [WellKnownTags.RangeVariable] = CompletionItemKind.Variable,
        [WellKnownTags.Snippet] = CompletionItemKind.Snippet,
        [WellKnownTags.Structure] = CompletionItemKind.Struct,
        [WellKnownTags.TypeParameter] = CompletionItemKind.TypeParameter,
    };

    public static CompletionItemKind? Of(ImmutableArray<string> tags) =>
        tags.Where(Kinds.ContainsKey).Select(tag => (CompletionItemKind?)Kinds[tag]).FirstOrDefault();
}
