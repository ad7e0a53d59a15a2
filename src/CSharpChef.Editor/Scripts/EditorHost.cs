using System.Composition.Hosting;
using System.Reflection;
using Microsoft.CodeAnalysis.Host.Mef;

namespace CSharpChef.Editor.Scripts;

/// <summary>The services of Roslyn for editors, without those whose items recipes do not need.</summary>
internal static class EditorHost
{
    // Types of namespaces that are not imported: there are thousands, and they take most of the time. Snippets: they
    // insert more than the text of their item. Paths of #load: cookbooks are not the folders of this machine.
    private static readonly string[] LeftOut =
    [
        "TypeImportCompletionProvider", "ExtensionMethodImportCompletionProvider",
        "ExtensionMemberImportCompletionProvider", "SnippetCompletionProvider", "LoadDirectiveCompletionProvider",
        "ReferenceDirectiveCompletionProvider",
    ];

    private static readonly Lazy<MefHostServices> Made = new(() => MefHostServices.Create(
        new ContainerConfiguration()
            .WithParts(MefHostServices.DefaultAssemblies.SelectMany(TypesOf))
            .CreateContainer()));

    public static MefHostServices Services => Made.Value;

    private static IEnumerable<Type> TypesOf(Assembly assembly) =>
        assembly.GetTypes().Where(type => !LeftOut.Any(name => type.Name.Contains(name, StringComparison.Ordinal)));
}
