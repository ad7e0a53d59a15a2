using CSharpChef.TestSupport;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace CSharpChef.HouseRules;

/// <summary>The order of usings, which the build does not check.</summary>
public sealed class UsingsTests
{
    [Fact]
    public void Usings_are_sorted_by_name_with_those_of_System_first() => Findings.AssertNone(
        from file in SourceTree.Files.Concat(SourceTree.Tests)
        let usings = file.Syntax.DescendantNodesAndSelf().OfType<CompilationUnitSyntax>().Single().Usings
        where !Sorted(usings).SequenceEqual(usings)
        select $"{file.Path} has usings out of order: {string.Join(' ', Sorted(usings).Select(Name))} is right");

    private static IEnumerable<UsingDirectiveSyntax> Sorted(IEnumerable<UsingDirectiveSyntax> usings) => usings
        .OrderBy(directive => directive.GlobalKeyword.ValueText.Length == 0)
        .ThenBy(directive => directive.Alias is not null)
        .ThenBy(directive => directive.StaticKeyword.ValueText.Length > 0)
        .ThenBy(directive => !$"{Name(directive)}.".StartsWith("System.", StringComparison.Ordinal))
        .ThenBy(directive => Name(directive).Replace('.', ' '), StringComparer.OrdinalIgnoreCase);

    private static string Name(UsingDirectiveSyntax directive) =>
        directive.Alias?.Name.ToString() ?? directive.NamespaceOrType.ToString();
}
