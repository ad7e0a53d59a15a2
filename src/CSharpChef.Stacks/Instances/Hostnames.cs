using CSharpChef.Stacks.Layers;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Store;

namespace CSharpChef.Stacks.Instances;

internal static class Hostnames
{
    public static async Task<string> SuggestAsync(Stack stack, Layer layer, StoreSession store)
    {
        var usedNames = (await store.NamesAsync(Instance.HostnameScope(stack.StackId)))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var word = layer.Shortname!.Trim('-', '_').Replace('_', '-');
        return HostnameThemes.Suggest(
            stack.HostnameTheme ?? HostnameThemes.LayerDependent, word[..Math.Min(word.Length, 50)], usedNames);
    }
}
