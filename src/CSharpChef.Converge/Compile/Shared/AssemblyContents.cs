using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace CSharpChef.Converge.Compile.Shared;

/// <summary>What the metadata of a compiled assembly says.</summary>
internal static class AssemblyContents
{
    /// <summary>The cookbooks whose shared code an assembly refers to.</summary>
    public static IReadOnlyList<string> UsesOf(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly, writable: false));
        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Select(SharedNames.CookbookOf)
            .OfType<string>()];
    }

    /// <summary>
    /// Whether a type of an assembly has static fields. Types that the compiler adds, with names that begin with
    /// &lt;, hold functions that capture nothing.
    /// </summary>
    public static bool HasState(byte[] assembly)
    {
        using var file = new PEReader(new MemoryStream(assembly, writable: false));
        var metadata = file.GetMetadataReader();
        return metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
            .Where(type => !metadata.GetString(type.Name).StartsWith('<'))
            .Any(type => type.GetFields().Select(metadata.GetFieldDefinition).Any(field => IsState(field.Attributes))
                || type.GetMethods().Select(metadata.GetMethodDefinition)
                    .Any(method => metadata.GetString(method.Name) == ConstructorInfo.TypeConstructorName));
    }

    private static bool IsState(FieldAttributes field) =>
        field.HasFlag(FieldAttributes.Static) && !field.HasFlag(FieldAttributes.Literal);
}
