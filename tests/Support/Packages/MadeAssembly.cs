using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.TestSupport.Packages;

/// <summary>Compiles code to an assembly for a package.</summary>
internal static class MadeAssembly
{
    private static readonly Lazy<IReadOnlyList<MetadataReference>> Framework = new(() =>
        [.. Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System*.dll")
            .Where(path => !path.EndsWith(".Native.dll", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))]);

    // Most packages have strong names, which include the version. Signing with a public key alone needs no secret.
    private static ImmutableArray<byte> PublicKey => [.. typeof(object).Assembly.GetName().GetPublicKey()!];

    /// <param name="name">The name of the assembly.</param>
    /// <param name="version">Its version.</param>
    /// <param name="code">The code in C#.</param>
    /// <param name="references">The assemblies that it uses besides the framework.</param>
    public static byte[] Of(string name, string version, string code, params byte[][] references)
    {
        var compilation = CSharpCompilation.Create(
            name,
            [
                CSharpSyntaxTree.ParseText(code),
                CSharpSyntaxTree.ParseText(
                    $"[assembly: System.Reflection.AssemblyVersion(\"{version.Split('-')[0]}.0\")]"),
            ],
            [.. Framework.Value, .. references.Select(bytes => MetadataReference.CreateFromImage(bytes))],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                deterministic: true,
                publicSign: true,
                cryptoPublicKey: PublicKey));
        using var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics));
        return assembly.ToArray();
    }
}
