using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.Converge.Compile.Shared;

// Makes a word of each constructor of a resource class. CSharpChef.Sdk has this file too.
internal sealed partial class SharedCompiler
{
    internal const string Context = "CSharpChef.Recipes.RecipeContext";
    private const string Suffix = "Resource";

    internal static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName);

    private static readonly SymbolDisplayFormat WithConstraints = Full.WithGenericsOptions(
        SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints);

    /// <summary>The words of the resource classes of a cookbook.</summary>
    public static IEnumerable<SharedWord> WordsOf(CSharpCompilation compilation, string cookbook) => Resources(
        compilation, cookbook)
        .SelectMany(type => type.InstanceConstructors.Where(constructor => HasWord(type, constructor))
            .SelectMany(constructor => Declarations(type, constructor))
            .Select(declaration => new SharedWord(
                WordOf(type), type.ToDisplayString(Full), PlaceOf(type), declaration)));

    private static ILookup<string, ISymbol> BuiltIn(CSharpCompilation compilation) => compilation
        .GetTypeByMetadataName(Context)!.GetMembers()
        .Where(member => member.DeclaredAccessibility == Accessibility.Public && member.CanBeReferencedByName)
        .ToLookup(member => member.Name);

    private static IEnumerable<INamedTypeSymbol> Resources(CSharpCompilation compilation, string cookbook)
    {
        var resource = compilation.GetTypeByMetadataName("CSharpChef.Recipes.Resource");
        return Types(compilation).Where(type => IsResource(type, resource) && WordOf(type).Length > 0
            && FileOf(type).StartsWith($"{cookbook}/resources/", StringComparison.Ordinal));
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

    // The function that sets properties may stand behind the last argument that a call gives. The attribute makes the
    // compiler prefer the declaration with all parameters, where both would do.
    private static IEnumerable<string> Declarations(INamedTypeSymbol type, IMethodSymbol constructor)
    {
        var all = constructor.Parameters;
        yield return Documentation(type) + Declaration(type, [.. all], isOptional: true);
        for (var given = all.Count(parameter => !IsOptional(parameter)); given < all.Length; given++)
        {
            yield return $"{Documentation(type)}[global::System.Runtime.CompilerServices.OverloadResolutionPriority(-1)]\n"
                + Declaration(type, [.. all.Take(given)], isOptional: false);
        }
    }

    private static bool IsOptional(IParameterSymbol parameter) => parameter.IsParams || parameter.IsOptional;

    private static string Declaration(
        INamedTypeSymbol type, IReadOnlyList<IParameterSymbol> given, bool isOptional)
    {
        var taken = new HashSet<string>(given.Select(parameter => parameter.Name));
        var (configure, file, line) = (Free("configure"), Free("sourceFile"), Free("sourceLine"));
        var full = type.ToDisplayString(Full);
        var generic = type.TypeParameters.IsEmpty ? "" : $"<{string.Join(", ", type.TypeParameters.Select(each => each.Name))}>";
        string[] parameters =
        [
            .. given.Select(each => isOptional ? Parameter(each) : each.ToDisplayString(Full)),
            $"global::System.Action<{full}>{(isOptional ? "?" : "")} {configure}{(isOptional ? " = null" : "")}",
            $"[global::System.Runtime.CompilerServices.CallerFilePath] string {file} = \"\"",
            $"[global::System.Runtime.CompilerServices.CallerLineNumber] int {line} = 0",
        ];
        return $"{full} @{WordOf(type)}{generic}({string.Join(", ", parameters)}){Constraints(type)} => "
            + $"Declare(new {full}({string.Join(", ", given.Select(each => $"@{each.Name}{(each.IsParams ? " ?? []" : "")}"))}), {configure}, {file}, {line});";

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

    internal static string Default(object? value, string type) => value switch
    {
        null => "default",
        double number when double.IsNaN(number) || double.IsInfinity(number) => $"double.{NameOf(number)}",
        float number when float.IsNaN(number) || float.IsInfinity(number) => $"float.{NameOf(number)}",
        decimal number => number.ToString(CultureInfo.InvariantCulture) + "m",
        // (int?)80 is not a constant.
        _ => $"({type.TrimEnd('?')}){SymbolDisplay.FormatPrimitive(value, quoteStrings: true, useHexadecimalNumbers: false)}",
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
        SharedNames.WithoutPrefix(type.Locations[0].SourceTree!.FilePath);

    private static string PlaceOf(INamedTypeSymbol type)
    {
        var at = type.Locations[0].GetMappedLineSpan().StartLinePosition;
        return $"{FileOf(type)}:{at.Line + 1}:{at.Character + 1}";
    }
}
