using Microsoft.CodeAnalysis;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    /// <summary>
    /// The assemblies that every recipe can use: the framework and the recipe language. Made once: new references for
    /// each compilation would take a gigabyte.
    /// </summary>
    private static class References
    {
        public static IReadOnlyList<MetadataReference> All { get; } =
            [.. Framework().Append(typeof(RecipeContext).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path))];

        // Implementations, not the reference pack: the type of the globals is bound by its runtime identity.
        private static IEnumerable<string> Framework()
        {
            var folder = Path.GetDirectoryName(typeof(object).Assembly.Location);
            var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
            return trusted.Split(Path.PathSeparator).Where(path => Path.GetDirectoryName(path) == folder);
        }
    }
}
