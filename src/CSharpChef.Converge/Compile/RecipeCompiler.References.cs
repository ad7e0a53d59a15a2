using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using CSharpChef.Converge.Compile.Shared;
using CSharpChef.Converge.Cookbooks.Packages;
using Microsoft.CodeAnalysis;

namespace CSharpChef.Converge.Compile;

internal sealed partial class RecipeCompiler
{
    /// <summary>
    /// The assemblies that every recipe can use: the framework and the recipe language. Made once: new references for
    /// each compilation would take a gigabyte.
    /// </summary>
    internal static class References
    {
        private static readonly ConcurrentDictionary<string, MetadataReference> OfPackages =
            new(StringComparer.Ordinal);

        private static readonly ConditionalWeakTable<SharedCode, MetadataReference> OfCookbooks = [];

        public static IReadOnlyList<MetadataReference> All { get; } =
            [.. Framework().Append(typeof(RecipeContext).Assembly.Location)
                .Select(path => MetadataReference.CreateFromFile(path))];

        /// <summary>An assembly of a package, by its path. Packages do not change once they are installed.</summary>
        public static MetadataReference OfPackage(string path) =>
            OfPackages.GetOrAdd(path, each => MetadataReference.CreateFromFile(each));

        /// <summary>The shared code of a cookbook.</summary>
        public static MetadataReference OfShared(SharedCode code) =>
            OfCookbooks.GetValue(code, each => MetadataReference.CreateFromImage(each.Assembly));

        // Implementations, not the reference pack: the type of the globals is bound by its runtime identity.
        private static IEnumerable<string> Framework()
        {
            var trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
            return trusted.Split(Path.PathSeparator)
                .Where(path => Path.GetDirectoryName(path) == FrameworkAssemblies.Folder);
        }
    }
}
