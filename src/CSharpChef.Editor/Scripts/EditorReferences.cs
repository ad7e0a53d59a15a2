using CSharpChef.Converge.Compile;
using Microsoft.CodeAnalysis;

namespace CSharpChef.Editor.Scripts;

/// <summary>The assemblies that every script can use, that of the recipe language with its documentation.</summary>
internal static class EditorReferences
{
    public static IReadOnlyList<MetadataReference> All { get; } =
        [.. RecipeCompiler.References.All.Select(WithDocumentation)];

    private static MetadataReference WithDocumentation(MetadataReference reference) =>
        reference is PortableExecutableReference { FilePath: { } path }
        && path == typeof(RecipeContext).Assembly.Location
            ? MetadataReference.CreateFromFile(
                path, documentation: XmlDocumentationProvider.CreateFromFile(Path.ChangeExtension(path, ".xml")))
            : reference;
}
