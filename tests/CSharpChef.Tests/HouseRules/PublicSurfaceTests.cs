using System.Reflection;
using System.Runtime.CompilerServices;
using CSharpChef.Converge;
using CSharpChef.Recipes;
using CSharpChef.Testing;
using PublicApiGenerator;

namespace CSharpChef.Tests;

public sealed class PublicSurfaceTests
{
    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Theory]
    [InlineData(typeof(Resource))]
    [InlineData(typeof(FakeNode))]
    public void What_cookbook_authors_use_changes_only_on_purpose(Type any) => Snapshot.Match(
        Path.Combine(Path.GetDirectoryName(Here())!, $"{any.Assembly.GetName().Name}.verified.txt"),
        any.Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n"));

    [Fact]
    public void The_engine_and_the_tool_show_nothing()
    {
        Assembly[] assemblies = [typeof(ChefRun).Assembly, typeof(Cli.Host).Assembly];

        Assert.Empty(assemblies.SelectMany(assembly => assembly.ExportedTypes));
    }

    private static string Here([CallerFilePath] string thisFile = "") => thisFile;
}
