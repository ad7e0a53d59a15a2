using System.Reflection;
using System.Runtime.Loader;
using CSharpChef.Converge.Compile;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Disk;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Converge.Plan;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;
using CSharpChef.TestSupport.Packages;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile;

public sealed class RecipeCacheTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly string cache = TemporaryFolder.Create("recipes-");

    public RecipeCacheTests() => cookbooks
        .With("web/recipes/default.csx", "#:include more.csx\nstring? maybe = null;\nLog(maybe);\nMore();\n")
        .With("web/recipes/more.csx", "void More() => Log(\"more\");");

    public void Dispose()
    {
        cookbooks.Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(cache, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.Delete(cache, recursive: true);
    }

    [Fact]
    public void A_recipe_that_was_compiled_before_comes_from_disk_with_its_warnings()
    {
        var first = Get();
        var written = Entries("*.recipe");

        var second = Get();

        Assert.Equal(first.Assembly, second.Assembly);
        Assert.Equal(first.Warnings, second.Warnings);
        Assert.Single(second.Warnings);
        Assert.Equal(written, Entries("*.recipe"));
    }

    [Fact]
    public void A_cache_hit_loads_neither_the_compiler_nor_the_template_library()
    {
        cookbooks
            .With("web/recipes/default.csx", "Log(\"a\");\nTemplate(\"/etc/x\", t => t.Variables = new { Port = 80 });")
            .With("web/templates/x", "port {{ port }}");
        Planned(cookbooks.Root, cache);

        var loaded = InFreshContext(nameof(Planned));

        Assert.Contains("CSharpChef.Converge", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain("Fluid", loaded);
    }

    [Fact]
    public void A_cache_hit_of_recipes_that_share_types_and_words_does_not_load_the_compiler()
    {
        cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""")
            .With("base/resources/own.csx", "class OwnResource(string name) : Resource(name) { protected override IEnumerable<ResourceAction> DefaultActions() => [Act(_ => [new LogStep(Name, LogLevel.Info)])]; }")
            .With("base/lib/unused.csx", "class Unused;")
            .With("web/lib/options.csx", "record Options(string Name = \"a\");")
            .With("web/recipes/default.csx", "Own(new Options().Name);\nLog(\"b\");");
        Planned(cookbooks.Root, cache);

        var loaded = InFreshContext(nameof(Planned));

        Assert.Contains("CSharpChef.Converge", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void A_cache_hit_of_a_recipe_that_uses_no_shared_code_does_not_read_it()
    {
        cookbooks.With("web/lib/options.csx", "record Options(string Name = \"a\");")
            .With("web/recipes/default.csx", "Log(\"a\");\nLog(\"b\");");
        Planned(cookbooks.Root, cache);
        File.Delete(Assert.Single(Entries("*.shared")));

        var loaded = InFreshContext(nameof(Planned));

        Assert.DoesNotContain(loaded, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.Empty(Entries("*.shared"));
    }

    [Fact]
    public async Task A_cache_hit_of_a_recipe_with_a_package_loads_neither_the_compiler_nor_a_library_of_NuGet()
    {
        using var feed = new FolderFeed();
        feed.WithLibrary("Acme", "1.0.0", "public static class Acme { public static string Name => \"acme\"; }");
        cookbooks.With("nuget.config", feed.Config).With("web/recipes/default.csx", "#:package Acme@1.0.0\nLog(Acme.Name);\nLog(Acme.Name + 2);");
        (await CommandLine.RunAsync("cookbook", "install", "--path", cookbooks["web"])).Exits(0);
        Planned(cookbooks.Root, cache);

        var loaded = InFreshContext(nameof(Planned));

        Assert.Contains("CSharpChef.Converge", loaded);
        Assert.DoesNotContain(loaded, name => name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, name => name.StartsWith("NuGet", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, name => name is "CSharpChef.Dependencies" or "LibGit2Sharp" or "System.Private.Xml");
    }

    [Fact]
    public async Task Another_version_of_a_package_makes_a_new_cache_entry()
    {
        using var feed = new FolderFeed();
        feed.WithLibrary("Acme", "1.0.0", "public static class Acme { public const string Name = \"one\"; }");
        cookbooks.With("nuget.config", feed.Config).With("web/recipes/default.csx", "#:package Acme@1.*\nLog(Acme.Name);");
        (await CommandLine.RunAsync("cookbook", "install", "--path", cookbooks["web"])).Exits(0);
        Get();
        var before = Entries("*.recipe").Count;
        feed.WithLibrary("Acme", "1.1.0", "public static class Acme { public const string Name = \"two\"; }");
        (await CommandLine.RunAsync("cookbook", "update", "--path", cookbooks["web"])).Exits(0);

        Get();

        Assert.Equal(before + 1, Entries("*.recipe").Count);
    }

    [Theory]
    [InlineData("web/recipes/default.csx", "Log(\"a\");")]
    [InlineData("web/recipes/more.csx", "void More() => Log(\"other\");")]
    [InlineData("web/more.csx", "void More() => Log(\"not used\");")]
    [InlineData("web/resources/new.csx", "void New() => Log(\"new\");")]
    public void A_change_of_any_file_that_a_recipe_depends_on_makes_a_new_cache_entry(string file, string text)
    {
        Get();
        var before = Entries("*.recipe").Count;
        cookbooks.With(file, text);

        Get();

        Assert.Equal(file == "web/more.csx" ? before : before + 1, Entries("*.recipe").Count);
    }

    [Fact]
    public void A_new_file_that_takes_precedence_in_load_makes_a_new_cache_entry()
    {
        cookbooks.With("web/recipes/default.csx", "#load \"lib.csx\"\n").With("web/lib.csx", "Log(\"top\");");
        Get();

        cookbooks.With("web/recipes/lib.csx", "Log(\"beside\"); Log(\"twice\");");

        Assert.Equal(cookbooks.Compile("web").Assembly, Get().Assembly);
    }

    [Fact]
    public void Restoring_an_earlier_text_finds_its_cache_entry()
    {
        Get();
        cookbooks.With("web/recipes/more.csx", "void More() { }");
        Get();
        var written = Entries("*.recipe");

        cookbooks.With("web/recipes/more.csx", "void More() => Log(\"more\");");
        Get();

        Assert.Equal(written, Entries("*.recipe"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(100)]
    [InlineData(-1)]
    public void A_damaged_cache_entry_is_compiled_again(int length)
    {
        var original = Get();
        foreach (var path in Directory.GetFiles(cache))
        {
            var bytes = File.ReadAllBytes(path);
            bytes[^1] ^= 1;
            File.WriteAllBytes(path, length < 0 ? bytes : bytes[..Math.Min(length, bytes.Length)]);
        }

        Assert.Equal(original.Assembly, Get().Assembly);
        Assert.Equal(original.Assembly, Get().Assembly);
    }

    [Fact]
    public void A_recipe_compiles_when_the_cache_folder_cannot_be_used()
    {
        File.WriteAllText(Path.Combine(cache, "file"), "");

        var recipe = new RecipeLibrary(
            cookbooks.Store,
            new DiskCache(Path.Combine(cache, "file", "below"), TimeProvider.System)).Get(RunListItem.Parse("web"));

        Assert.NotEmpty(recipe.Assembly);
    }

    [Fact]
    public async Task Concurrent_compilations_leave_only_complete_cache_entries()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(Get)));

        Assert.Single(Entries("*.recipe"));
        Assert.Empty(Entries("*.new"));
        Assert.Equal(cookbooks.Compile("web").Assembly, Get().Assembly);
    }

    [Fact]
    public void A_cache_entry_that_was_not_used_for_a_month_is_deleted()
    {
        Get();
        var old = Path.Combine(cache, "old.recipe");
        File.WriteAllText(old, "");
        File.SetLastWriteTimeUtc(old, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var remaining = Entries("*.recipe").Count;

        new DiskCache(cache, TimeProvider.System).Prune();
        var sameDay = Entries("*.recipe").Count;
        File.Delete(Path.Combine(cache, "pruned"));
        new DiskCache(cache, TimeProvider.System).Prune();

        Assert.Equal(remaining, sameDay);
        Assert.Equal(remaining - 1, Entries("*.recipe").Count);
    }

    internal static void Planned(string root, string cache)
    {
        var recipes = new RecipeLibrary(new CookbookStore([root]), new DiskCache(cache, TimeProvider.System));
        var node = new CSharpChef.Recipes.Node(
            "x", CSharpChef.Recipes.Facts.None, CSharpChef.Recipes.NodeAttributes.None);
        var run = Evaluation.Start([RunListItem.Parse("web")], recipes, node, new EvaluationOptions());
        var pause = (Pause.Finished)run.NextAsync(CancellationToken.None).GetAwaiter().GetResult();
        if (Planner.Plan(pause.Resources, node, [], final: true).Actions.Count != 2)
        {
            throw new InvalidOperationException("The recipe declares two resources.");
        }
    }

    // A new load context acts like a new process: it loads all assemblies except the framework's, and lists them.
    private List<string> InFreshContext(string method)
    {
        var fresh = new FreshContext(AppContext.BaseDirectory);
        var type = fresh.LoadFromAssemblyName(GetType().Assembly.GetName()).GetType(GetType().FullName!)!;
        type.GetMethod(method, BindingFlags.Static | BindingFlags.NonPublic)!.Invoke(null, [cookbooks.Root, cache]);
        return [.. fresh.Assemblies.Select(assembly => assembly.GetName().Name!)];
    }

    private CompiledRecipe Get() =>
        cookbooks.Recipes(new DiskCache(cache, TimeProvider.System)).Get(RunListItem.Parse("web"));

    private List<string> Entries(string pattern) =>
        [.. Directory.GetFiles(cache, pattern).Order(StringComparer.Ordinal)];

    private sealed class FreshContext(string folder) : AssemblyLoadContext("fresh", isCollectible: false)
    {
        protected override Assembly? Load(AssemblyName assemblyName)
        {
            var path = Path.Combine(folder, assemblyName.Name + ".dll");
            return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
        }
    }
}
