using Microsoft.CodeAnalysis.Completion;
using Microsoft.CodeAnalysis.Tags;

namespace CSharpChef.Editor.Answers;

/// <summary>
/// The order of items: what a recipe declares and the words of the language come before keywords, its types, and the
/// types of the framework.
/// </summary>
internal static class ItemOrder
{
    private static readonly HashSet<string> OfLanguage =
        [.. typeof(RecipeContext).Assembly.GetExportedTypes().Select(type => type.Name)];

    private static readonly HashSet<string> Types =
    [
        WellKnownTags.Class, WellKnownTags.Delegate, WellKnownTags.Enum, WellKnownTags.Interface,
        WellKnownTags.Namespace, WellKnownTags.Structure,
    ];

    /// <summary>The rank, from 0, with the text by which items of one rank are sorted.</summary>
    public static string TextOf(CompletionItem item) => $"{RankOf(item)}{item.SortText}";

    private static int RankOf(CompletionItem item) => item.Tags switch
    {
        var tags when tags.Any(Types.Contains) => OfLanguage.Contains(item.DisplayText) ? 2 : 3,
        var tags when tags.Contains(WellKnownTags.Keyword) => 1,
        _ => 0,
    };
}
