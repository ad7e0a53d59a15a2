using System.Reflection;
using System.Runtime.Loader;
using CSharpChef.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace CSharpChef.HouseRules.Pages;

/// <summary>
/// Compiles the tests of a page, and runs them as a test process of their own would: with their own copy of what
/// CSharpChef.Testing keeps for a process.
/// </summary>
internal static class SampleTests
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Linq;
        global using System.Threading.Tasks;
        global using CSharpChef.Recipes;
        global using CSharpChef.Testing;
        global using Xunit;
        """;

    /// <summary>Runs all tests of some source files; returns a line for each that failed.</summary>
    public static async Task<IReadOnlyList<string>> FailuresAsync(IEnumerable<string> files)
    {
        var failures = new List<string>();
        foreach (var (method, arguments) in TestsOf(Load(Compile(files))))
        {
            try
            {
                await (Task)method.Invoke(Activator.CreateInstance(method.DeclaringType!), arguments)!;
            }
            catch (Exception e)
            {
                failures.Add($"{method.DeclaringType!.Name}.{method.Name}({string.Join(", ", arguments)}): {e.Message}");
            }
        }

        return failures;
    }

    private static MemoryStream Compile(IEnumerable<string> files)
    {
        var platform = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        var options = new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable);
        var trees = files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file));
        var compilation = CSharpCompilation.Create(
            "Samples",
            [CSharpSyntaxTree.ParseText(Usings), .. trees],
            platform.Select(path => MetadataReference.CreateFromFile(path)),
            options);
        var assembly = new MemoryStream();
        var result = compilation.Emit(assembly);
        Assert.Empty(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        assembly.Position = 0;
        return assembly;
    }

    private static Assembly Load(Stream assembly) => new ProcessOfSamples().LoadFromStream(assembly);

    private static IEnumerable<(MethodInfo Method, object?[] Arguments)> TestsOf(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        from method in type.GetMethods()
        where method.GetCustomAttribute<FactAttribute>() is not null
        from arguments in ArgumentsOf(method)
        select (method, arguments);

    private static IEnumerable<object?[]> ArgumentsOf(MethodInfo method) =>
        method.GetCustomAttribute<MemberDataAttribute>() is { } data
            ? ((IEnumerable<ITheoryDataRow>)method.DeclaringType!.GetProperty(data.MemberName)!.GetValue(null)!)
                .Select(row => row.GetData())
            : [[]];

    private sealed class ProcessOfSamples() : AssemblyLoadContext("samples")
    {
        protected override Assembly? Load(AssemblyName assemblyName) =>
            assemblyName.Name == typeof(ChefTest).Assembly.GetName().Name
                ? LoadFromAssemblyPath(typeof(ChefTest).Assembly.Location)
                : null;
    }
}
