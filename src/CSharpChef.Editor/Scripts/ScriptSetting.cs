using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using Microsoft.CodeAnalysis;

namespace CSharpChef.Editor.Scripts;

/// <summary>What a script can use.</summary>
/// <param name="Item">The recipe.</param>
internal sealed record ScriptSetting(RunListItem Item)
{
    public SourceReferenceResolver? Loads { get; init; }

    public IReadOnlyList<string> Namespaces { get; init; } = RecipeCompiler.Usings;

    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    public IReadOnlyList<SharedProject> Shared { get; init; } = [];

    /// <summary>The script that comes before.</summary>
    public string Words { get; init; } = ";";

    /// <summary>The texts of the scripts that are loaded.</summary>
    public IReadOnlyList<string> Loaded { get; init; } = [];

    /// <summary>Equal for two settings that are the same.</summary>
    public IReadOnlyList<object> Key =>
        [.. Namespaces, .. References, .. Shared.Select(each => each.Id), Words, .. Loaded];
}
