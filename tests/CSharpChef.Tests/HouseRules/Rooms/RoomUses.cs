using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.Tests.HouseRules.Rooms;

/// <summary>
/// Finds which rooms of a project use which, by the symbols that the compiler binds: a member of a type counts as well
/// as its name, so that neither <c>var</c> nor a parent namespace hides a use.
/// </summary>
internal static class RoomUses
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly Lazy<IReadOnlyList<MetadataReference>> Assemblies = new(() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path))]);

    /// <summary>The uses between different rooms of a project, once for each pair of file and type.</summary>
    public static IReadOnlyList<RoomUse> In(string project, string assembly) =>
        Find(project, assembly, [.. SourceTree.In(project).Select(file => (file.Path, file.Text))]);

    /// <summary>The uses between different rooms of these sources.</summary>
    public static IReadOnlyList<RoomUse> Find(
        string project, string assembly, IEnumerable<(string Path, string Text)> sources)
    {
        var trees = sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, path: source.Path)).ToList();
        var compilation = CSharpCompilation.Create(
            assembly,
            trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings)),
            Assemblies.Value.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != assembly),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        return [.. trees.AsParallel().AsOrdered().SelectMany(tree => UsesOf(project, compilation, tree)).Distinct()];
    }

    private static IEnumerable<RoomUse> UsesOf(string project, CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        var room = RoomList.RoomOf(project, tree.FilePath);
        return from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
               let type = Declaring(model.GetSymbolInfo(name))
               where type is not null
               from declaration in type.DeclaringSyntaxReferences.Take(1)
               let to = RoomList.RoomOf(project, declaration.SyntaxTree.FilePath)
               where to != room
               select new RoomUse(room, to, tree.FilePath, type.Name);
    }

    /// <summary>
    /// The outermost type that a symbol is or belongs to; null for locals, parameters and namespaces.
    /// </summary>
    private static INamedTypeSymbol? Declaring(SymbolInfo info)
    {
        var symbol = info.Symbol ?? info.CandidateSymbols.FirstOrDefault();
        var type = symbol switch
        {
            INamedTypeSymbol named => named,
            IMethodSymbol or IPropertySymbol or IFieldSymbol or IEventSymbol => symbol.ContainingType,
            _ => null,
        };
        while (type?.ContainingType is { } outer)
        {
            type = outer;
        }

        return type?.OriginalDefinition;
    }
}
