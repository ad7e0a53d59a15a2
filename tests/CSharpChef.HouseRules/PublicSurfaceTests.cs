using System.Reflection;
using System.Runtime.CompilerServices;
using CSharpChef.Cli.Hosting;
using CSharpChef.Converge;
using CSharpChef.TestSupport;
using PublicApiGenerator;

namespace CSharpChef.HouseRules;

/// <summary>
/// The public API for authors of cookbooks equals its snapshot, so that a change of it is reviewed.
/// </summary>
public sealed class PublicSurfaceTests
{
    private static readonly ApiGeneratorOptions Options = new()
    {
        IncludeAssemblyAttributes = false,
        ExcludeAttributes = ["System.Runtime.CompilerServices.RequiredMemberAttribute"],
    };

    [Fact]
    public void The_public_types_of_Recipes_equal_the_reviewed_snapshot() =>
        Match(typeof(CSharpChef.Recipes.Node).Assembly);

    [Fact]
    public void The_public_types_of_Testing_equal_the_reviewed_snapshot() =>
        Match(typeof(CSharpChef.Testing.FakeNode).Assembly);

    [Fact]
    public void Converge_has_no_public_type() => Findings.AssertNone(SurfaceOf(typeof(ChefRun).Assembly));

    [Fact]
    public void The_command_line_has_no_public_type() => Findings.AssertNone(SurfaceOf(typeof(Host).Assembly));

    private static void Match(Assembly assembly, [CallerFilePath] string thisFile = "") => Snapshot.Match(
        Path.Combine(Path.GetDirectoryName(thisFile)!, "PublicSurface", $"{assembly.GetName().Name}.verified.txt"),
        assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n") + "\n");

    private static IEnumerable<string> SurfaceOf(Assembly assembly) =>
        assembly.GetExportedTypes()
            .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(type => type.FullName!);
}
