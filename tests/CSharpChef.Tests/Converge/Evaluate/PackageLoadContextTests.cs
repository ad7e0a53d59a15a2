using System.Runtime.CompilerServices;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;
using CSharpChef.Tests.Dependencies;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Packages;

namespace CSharpChef.Tests.Converge.Evaluate;

[WholeSuite]
public sealed class PackageLoadContextTests : PackageTests
{
    private const string Identity = "Log($\"{Acme.Info.Counter++} {System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(typeof(Acme.Info).Assembly)}\");";

    [Fact]
    public async Task A_package_has_one_assembly_for_all_recipes_and_nodes_of_a_run()
    {
        WithLibrary("Acme", "1.0.0");
        Recipe($"#:package Acme@1.0.0\n{Identity}");
        Cookbooks.With("web/recipes/other.csx", $"#:package Acme@1.0.0\n{Identity}\nstatic class State {{ public static int Field; }}");
        await InstallAsync();
        var recipes = Cookbooks.Recipes();

        var names = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            names.AddRange(await NamesAsync(recipes, "web", "web::other"));
        }

        Assert.Equal(["0", "1", "2", "3", "4", "5"], names.Select(name => name.Split(' ')[0]));
        Assert.Single(names.Select(name => name.Split(' ')[1]).Distinct());
    }

    [Theory]
    [InlineData("Fluid", "1.0.0")]
    [InlineData("Spectre.Console", "9.0.0")]
    [InlineData("Microsoft.CodeAnalysis", "1.0.0")]
    public async Task A_recipe_uses_the_version_of_its_package_and_not_that_of_the_tool(string id, string version)
    {
        Feed.WithLibrary(id, version, "public static class OnlyHere { public static System.Reflection.AssemblyName Name => typeof(OnlyHere).Assembly.GetName(); }");
        Recipe($"#:package {id}@{version}\n" + "Log($\"{OnlyHere.Name.Name} {OnlyHere.Name.Version}\");");
        await InstallAsync();

        Assert.Equal($"{id} {version}.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task A_package_that_was_made_for_an_older_version_of_another_uses_the_locked_one_without_a_warning()
    {
        var older = MadeAssembly.Of("Tools", "1.0.0", "namespace Tools; public class Tool { public virtual string Name => \"old\"; }");
        Feed.WithLibrary("Tools", "2.0.0", "namespace Tools; public class Tool { public virtual string Name => \"new\"; }")
            .WithFiles("Acme", "1.0.0", ["Tools 1.0.0"], (
                "lib/net8.0/Acme.dll",
                MadeAssembly.Of("Acme", "1.0.0", "namespace Acme; public class Special : Tools.Tool;", older)));
        Recipe("#:package Acme@1.0.0\n#:package Tools@2.0.0\nTools.Tool tool = new Acme.Special();\nLog(tool.Name);");
        await InstallAsync();

        Assert.Empty(Cookbooks.Compile("web").Warnings);
        Assert.Equal("new", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task The_framework_and_the_recipe_language_are_those_of_the_program()
    {
        Feed.WithLibrary("System.Text.Json", "1.0.0", "public class Old;").WithLibrary("CSharpChef.Recipes", "1.0.0", "public class Old;");
        Recipe("""
            #:package System.Text.Json@1.0.0
            #:package CSharpChef.Recipes@1.0.0
            Log(JsonSerializer.Serialize(typeof(Resource).Assembly.GetTypes().Length > 1));
            """);
        await InstallAsync();

        Assert.Equal("true", Assert.Single(await Cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task Cookbooks_that_lock_different_versions_of_a_package_cannot_run_together()
    {
        WithLibrary("Acme", "1.0.0");
        WithLibrary("Acme", "2.0.0");
        Cookbooks.With("db/recipes/default.csx", "#:package Acme@2.0.0\nLog(Acme.Info.Version);");
        Recipe("#:package Acme@1.0.0\nLog(Acme.Info.Version);");
        await InstallAsync();
        await InstallAsync("db", []);

        Assert.Equal("Acme 1.0.0", Assert.Single(await Cookbooks.Evaluate("web")).Name);
        Assert.Equal("Acme 2.0.0", Assert.Single(await Cookbooks.Evaluate("db")).Name);
        Assert.Equal(
            $"{Cookbooks["db"]}/cookbook.lock.json: this locks the NuGet package Acme 2.0.0, and {LockFile}, which this run uses too, Acme 1.0.0: lock the same in both, by the version that their scripts name",
            (await Cookbooks.EvaluateError("web db")).Message);
    }

    [Fact]
    public async Task The_assembly_of_a_package_is_unloaded_with_the_cookbooks()
    {
        WithLibrary("Gone", "1.0.0");
        Recipe("#:package Gone@1.0.0\nLog(Gone.Info.Version);");
        await InstallAsync();

        var assembly = EvaluatedThrice();

        await Eventually.TrueAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !assembly.IsAlive;
        }, period: TimeSpan.FromMilliseconds(100));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference EvaluatedThrice()
    {
        var recipes = Cookbooks.Recipes();
        for (var i = 0; i < 3; i++)
        {
            _ = Task.Run(() => NamesAsync(recipes, "web"), Ct).GetAwaiter().GetResult();
        }

        return new WeakReference(
            AppDomain.CurrentDomain.GetAssemblies().Single(assembly => assembly.GetName().Name == "Gone"));
    }

    private static async Task<string[]> NamesAsync(RecipeLibrary recipes, params string[] runList)
    {
        var node = new Node("x", Facts.None, NodeAttributes.None);
        await using var run = Evaluation.Start(
            [.. runList.Select(RunListItem.Parse)], recipes, node, new EvaluationOptions());
        return [.. ((Pause.Finished)await run.NextAsync(Ct)).Resources.Resources.Select(each => each.Name)];
    }
}
