using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules.Rooms;

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

    /// <summary>The forbidden uses between rooms of a project, once for each pair of file and type.</summary>
    public static IReadOnlyList<RoomUse> In(string project, string assembly, Func<string, string, bool> isForbidden) =>
        Find(project, assembly, [.. SourceTree.In(project).Select(file => file.Syntax.SyntaxTree)], isForbidden);

    /// <summary>The uses between rooms of these sources for which (from, to) is forbidden.</summary>
    public static IReadOnlyList<RoomUse> Find(
        string project, string assembly, IReadOnlyList<SyntaxTree> trees, Func<string, string, bool> isForbidden)
    {
        var compilation = CSharpCompilation.Create(
            assembly,
            trees.Append(CSharpSyntaxTree.ParseText(ImplicitUsings)),
            Assemblies.Value.Where(reference => Path.GetFileNameWithoutExtension(reference.Display) != assembly),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        var rooms = RoomsOfNames(project, trees);
        return
        [
            .. from tree in trees.AsParallel().AsOrdered()
               let room = RoomList.RoomOf(project, tree.FilePath)
               from type in TypesNamed(compilation, tree, name => rooms[name].Any(to => isForbidden(room, to)))
               let to = RoomList.RoomOf(project, type.DeclaringSyntaxReferences[0].SyntaxTree.FilePath)
               where isForbidden(room, to)
               select new RoomUse(room, to, tree.FilePath, type.Name),
        ];
    }

    /// <summary>
    /// The rooms in which a name is declared. Binding takes most of the time, so only a name that a forbidden room
    /// declares is bound.
    /// </summary>
    private static ILookup<string, string> RoomsOfNames(string project, IReadOnlyList<SyntaxTree> trees) => trees
        .SelectMany(DeclaredNames.In, (tree, name) => (Name: name, Room: RoomList.RoomOf(project, tree.FilePath)))
        .Distinct()
        .ToLookup(pair => pair.Name, pair => pair.Room);

    /// <summary>The types of these sources that the names of a file mean or whose members they mean.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesNamed(
        CSharpCompilation compilation, SyntaxTree tree, Func<string, bool> isAsked)
    {
        var model = compilation.GetSemanticModel(tree);
        return tree.GetRoot().DescendantNodes()
            .OfType<SimpleNameSyntax>()
            .Where(name => isAsked(name.Identifier.ValueText))
            .Select(name => Declaring(model.GetSymbolInfo(name)))
            .OfType<INamedTypeSymbol>()
            .Where(type => type.DeclaringSyntaxReferences.Length > 0)
            .Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default);
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
