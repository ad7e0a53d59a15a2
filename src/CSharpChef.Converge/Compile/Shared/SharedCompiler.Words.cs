using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile.Shared;

// Makes a word of each constructor of a resource class.
internal sealed partial class SharedCompiler
{
    private const string Suffix = "Resource";

    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName);

    private static readonly SymbolDisplayFormat WithConstraints = Full.WithGenericsOptions(
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    private IEnumerable<SharedWord> Words(CSharpCompilation compilation) => Resources(compilation)
        .SelectMany(type => type.InstanceConstructors.Where(constructor => HasWord(type, constructor))
            .Select(constructor => new SharedWord(
                WordOf(type), type.ToDisplayString(Full), PlaceOf(type), Declaration(type, constructor))));

    private IEnumerable<string> WordMistakes(CSharpCompilation compilation) => Resources(compilation)
        .Where(type => BuiltIn(compilation).Contains(WordOf(type)))
        .Select(type => $"{PlaceOf(type)}: error: {type.Name} would be the word {WordOf(type)}, which is built in, in {typeof(RecipeContext).FullName}: give the class another name");

    private static ILookup<string, ISymbol> BuiltIn(CSharpCompilation compilation) => compilation
        .GetTypeByMetadataName(typeof(RecipeContext).FullName!)!.GetMembers()
        .Where(member => member.DeclaredAccessibility == Accessibility.Public && member.CanBeReferencedByName)
        .ToLookup(member => member.Name);

    private IEnumerable<INamedTypeSymbol> Resources(CSharpCompilation compilation)
    {
        var resource = compilation.GetTypeByMetadataName(typeof(Resource).FullName!);
        return Types(compilation).Where(type => IsResource(type, resource) && WordOf(type).Length > 0
            && FileOf(type).StartsWith($"{cookbook.Name}/resources/", StringComparison.Ordinal));
    }

    private static bool IsResource(INamedTypeSymbol type, INamedTypeSymbol? resource)
    {
        var isConcrete = type is { IsAbstract: false, DeclaredAccessibility: Accessibility.Public };
        var current = type.BaseType;
        while (current is not null && !SymbolEqualityComparer.Default.Equals(current, resource))
        {
            current = current.BaseType;
        }

        return isConcrete && current is not null;
    }

    private static IEnumerable<INamedTypeSymbol> Types(CSharpCompilation compilation)
    {
        var spaces = new Stack<INamespaceSymbol>([compilation.Assembly.GlobalNamespace]);
        while (spaces.TryPop(out var space))
        {
            foreach (var type in space.GetTypeMembers())
            {
                yield return type;
            }

            space.GetNamespaceMembers().ToList().ForEach(spaces.Push);
        }
    }

    private static string NameOf(INamespaceSymbol space) =>
        space.ContainingNamespace is { IsGlobalNamespace: false } outer
            ? $"{NameOf(outer)}.{space.Name}"
            : space.Name;

    // A word cannot set what must be set in an initializer, and cannot pass a variable by reference.
    private static bool HasWord(INamedTypeSymbol type, IMethodSymbol constructor) =>
        constructor.DeclaredAccessibility == Accessibility.Public && !IsForbidden(type) && !IsForbidden(constructor)
        && constructor.Parameters.All(parameter => parameter.RefKind is RefKind.None or RefKind.In
            && (!parameter.IsParams || parameter.Type is IArrayTypeSymbol))
        && (!Members(type).Any(IsRequired)
            || constructor.GetAttributes().Any(each => each.AttributeClass?.Name == "SetsRequiredMembersAttribute"));

    // [Obsolete("...", error: true)]
    private static bool IsForbidden(ISymbol symbol) => symbol.GetAttributes().Any(each =>
        each.AttributeClass?.Name == nameof(ObsoleteAttribute)
        && each.ConstructorArguments is [_, { Value: true }, ..]);

    private static bool IsRequired(ISymbol member) =>
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            foreach (var member in type.GetMembers())
            {
                yield return member;
            }
        }
    }

    private static string WordOf(INamedTypeSymbol type) =>
        type.Name.EndsWith(Suffix, StringComparison.Ordinal) ? type.Name[..^Suffix.Length] : type.Name;

    private static string Declaration(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        var taken = constructor.Parameters.Select(parameter => parameter.Name).ToHashSet();
        var (configure, file, line) = (Free("configure"), Free("sourceFile"), Free("sourceLine"));
        var full = type.ToDisplayString(Full);
        var generic = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(each => each.Name))}>";
        string[] parameters =
        [
            .. constructor.Parameters.Select(Parameter),
            $"global::System.Action<{full}>? {configure} = null",
            $"[global::System.Runtime.CompilerServices.CallerFilePath] string {file} = \"\"",
            $"[global::System.Runtime.CompilerServices.CallerLineNumber] int {line} = 0",
        ];
        return $"{Documentation(type)}{full} @{WordOf(type)}{generic}({string.Join(", ", parameters)}){Constraints(type)} => "
            + $"Declare(new {full}({string.Join(", ", constructor.Parameters.Select(each => $"@{each.Name}{(each.IsParams ? " ?? []" : "")}"))}), {configure}, {file}, {line});";

        string Free(string name) => taken.Contains(name) ? Free($"{name}_") : name;
    }

    // The list at the end of a constructor is an array here, since more parameters come behind it.
    private static string Parameter(IParameterSymbol parameter) => parameter switch
    {
        { IsParams: true } => $"{parameter.Type.ToDisplayString(Full)}? @{parameter.Name} = null",
        { HasExplicitDefaultValue: true } =>
            $"{parameter.ToDisplayString(Full)} = {Default(parameter.ExplicitDefaultValue, parameter.Type.ToDisplayString(Full))}",
        _ => parameter.ToDisplayString(Full),
    };

    private static string Default(object? value, string type) => value switch
    {
        null => "default",
        double number when !double.IsFinite(number) => $"double.{NameOf(number)}",
        float number when !float.IsFinite(number) => $"float.{NameOf(number)}",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        _ => $"({type}){SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}",
    };

    private static string NameOf(double number) => double.IsNaN(number) ? nameof(double.NaN)
        : number > 0 ? nameof(double.PositiveInfinity) : nameof(double.NegativeInfinity);

    private static string Constraints(INamedTypeSymbol type)
    {
        var text = type.ToDisplayString(WithConstraints);
        var start = text.IndexOf(" where ", StringComparison.Ordinal);
        return start < 0 ? "" : text[start..];
    }

    private static string Documentation(INamedTypeSymbol type) => string.Concat(type.DeclaringSyntaxReferences
        .SelectMany(part => part.GetSyntax().GetLeadingTrivia().ToFullString().Split('\n'))
        .Select(line => line.Trim())
        .Where(line => line.StartsWith("///", StringComparison.Ordinal))
        .Select(line => line + "\n"));

    private static string FileOf(INamedTypeSymbol type) =>
        type.Locations[0].SourceTree!.FilePath.Replace(LoadPath.Prefix, "", StringComparison.Ordinal);

    private static string PlaceOf(INamedTypeSymbol type)
    {
        var at = type.Locations[0].GetMappedLineSpan().StartLinePosition;
        return $"{FileOf(type)}:{at.Line + 1}:{at.Character + 1}";
    }
}
