using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile.Shared;

// Finds the resource classes whose words recipes could not call.
internal sealed partial class SharedCompiler
{
    private static IEnumerable<string> WordMistakes(CSharpCompilation compilation, string cookbook) => Resources(
        compilation, cookbook).SelectMany(type => WordMistakes(compilation, type));

    private static IEnumerable<string> WordMistakes(CSharpCompilation compilation, INamedTypeSymbol type)
    {
        if (BuiltIn(compilation).Contains(WordOf(type)))
        {
            yield return $"{PlaceOf(type)}: error: {type.Name} would be the word {WordOf(type)}, which is built in, in {Context}: give the class another name";
        }

        var constructors = type.InstanceConstructors.Where(constructor => HasWord(type, constructor)).ToList();
        var pairs = constructors.SelectMany((one, i) => constructors.Skip(i + 1).Select(other => (one, other)));
        foreach (var (one, other) in pairs.Where(pair => AreAmbiguous(pair.one, pair.other)))
        {
            yield return $"{PlaceOf(type)}: error: a call of the word {WordOf(type)} could mean {Signature(type, one)} or {Signature(type, other)}: make one constructor of both, or remove a default value";
        }
    }

    // The word of a constructor has optional parameters behind those of the constructor, so that C# cannot prefer a
    // constructor whose parameters are all given.
    private static bool AreAmbiguous(IMethodSymbol one, IMethodSymbol other)
    {
        var least = Math.Max(Required(one), Required(other));
        return least <= Math.Min(one.Parameters.Length, other.Parameters.Length)
            && Enumerable.Range(0, least).All(i => SymbolEqualityComparer.Default.Equals(
                one.Parameters[i].Type, other.Parameters[i].Type));
    }

    private static int Required(IMethodSymbol constructor) =>
        constructor.Parameters.Count(parameter => !IsOptional(parameter));

    private static string Signature(INamedTypeSymbol type, IMethodSymbol constructor) =>
        $"{type.Name}({string.Join(", ", constructor.Parameters.Select(each => each.ToDisplayString()))})";
}
