using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Cookbooks.Json;
using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Recipes;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Evaluate;

public sealed class EvaluationTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_barrier_returns_the_declared_resources_and_the_recipe_continues_after_it()
    {
        cookbooks.With("web/recipes/default.csx", """
            var one = Log("one");
            await Converge();
            Log($"two {one.Changed}");
            """);
        await using var run = cookbooks.Start("web");

        var barrier = Assert.IsType<Pause.Barrier>(await run.NextAsync(None));
        var resource = Assert.Single(barrier.Resources.Resources);
        resource.ChangedByConverge = true;
        run.Resume();
        var finished = Assert.IsType<Pause.Finished>(await run.NextAsync(None));

        Assert.Equal("one", resource.Name);
        Assert.Equal(["two True"], finished.Resources.Resources.Select(each => each.Name));
    }

    [Fact]
    public async Task A_search_query_that_is_not_understood_is_an_error_with_the_line_of_the_recipe()
    {
        cookbooks.With("web/recipes/default.csx", "Log(\"x\");\nvar all = Search(\"name:web AND\");");

        var error = await cookbooks.EvaluateError("web");

        Assert.StartsWith(
            "web/recipes/default.csx:2:11: the search query is wrong at character 13: the query ends",
            cookbooks.Below(error.Message),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_other_nodes_a_recipe_finds_the_one_that_it_runs_for()
    {
        cookbooks.With("web/recipes/default.csx", "Log(Search(\"name:web*\").Single().Name + Nodes.Count);");

        Assert.Equal("web11", Assert.Single(await cookbooks.Evaluate("web")).Name);
    }

    [Fact]
    public async Task A_query_returns_the_answer_without_the_last_line_end()
    {
        cookbooks.With(
            "web/recipes/default.csx", "var version = await Query(\"psql --version\");\nLog($\"<{version}>\");");
        await using var run = cookbooks.Start("web");

        var question = Assert.IsType<Pause.Question>(await run.NextAsync(None));
        run.Answer("16\n\n");
        var finished = Assert.IsType<Pause.Finished>(await run.NextAsync(None));

        Assert.Equal("psql --version", question.Command);
        Assert.Equal("<16\n>", Assert.Single(finished.Resources.Resources).Name);
    }

    [Fact]
    public async Task A_failed_query_throws_where_the_recipe_awaits_it()
    {
        cookbooks.With(
            "web/recipes/default.csx",
            "try { await Query(\"x\"); } catch (ChefException e) { Log(e.Message); }\nawait Converge();");
        await using var run = cookbooks.Start("web");

        await run.NextAsync(None);
        run.Fail(new ConvergeException("exit code 3"));
        var barrier = Assert.IsType<Pause.Barrier>(await run.NextAsync(None));
        run.Fail(new ConnectionException(ConnectionFailure.Lost, "gone"));

        Assert.Equal("exit code 3", Assert.Single(barrier.Resources.Resources).Name);
        Assert.Equal("gone", (await Assert.ThrowsAsync<ConnectionException>(() => run.NextAsync(None))).Message);
    }

    [Fact]
    public async Task A_recipe_is_included_once_even_in_a_cycle()
    {
        cookbooks.With(
            "web/recipes/default.csx",
            "Include(\"base\");\nInclude(\"::extra\");\nawait Include(\"base::default\");\nLog(\"web\");")
            .With("web/recipes/extra.csx", "Log(\"extra\");")
            .With("base/recipes/default.csx", "Include(\"web\");\nLog(\"base\");");

        var resources = await cookbooks.Evaluate("web base web::extra");

        Assert.Equal(["base", "extra", "web"], resources.Select(each => each.Name));
    }

    [Fact]
    public async Task A_recipe_that_awaits_an_include_waits_for_the_barrier_of_the_included_recipe()
    {
        cookbooks.With("web/recipes/default.csx", "Log(\"a\"); await Include(\"::db\"); Log(\"c\");")
            .With("web/recipes/db.csx", "Log(\"b\"); await Converge(); Log(\"after\");");
        await using var run = cookbooks.Start("web");

        var barrier = Assert.IsType<Pause.Barrier>(await run.NextAsync(None));
        run.Resume();
        var finished = Assert.IsType<Pause.Finished>(await run.NextAsync(None));

        Assert.Equal(["a", "b"], barrier.Resources.Resources.Select(each => each.Name));
        Assert.Equal(["after", "c"], finished.Resources.Resources.Select(each => each.Name));
    }

    [Fact]
    public async Task Continuing_while_an_included_recipe_waits_at_a_barrier_is_an_error()
    {
        cookbooks.With("web/recipes/default.csx", "Include(\"::db\");\nLog(\"c\");")
            .With("web/recipes/db.csx", "await Converge();");

        var error = await cookbooks.EvaluateError("web");

        Assert.Equal(
            "web/recipes/default.csx:2:1: web::default continues while web::db, which it includes, waits: write `await Include(\"web::db\")`",
            cookbooks.Below(error.Message));
    }

    [Fact]
    public async Task An_include_at_the_end_of_a_recipe_need_not_be_awaited()
    {
        cookbooks.With("web/recipes/default.csx", "Include(\"::db\");")
            .With("web/recipes/db.csx", "await Converge(); Log(\"x\");");
        await using var run = cookbooks.Start("web");

        Assert.IsType<Pause.Barrier>(await run.NextAsync(None));
        run.Resume();

        Assert.Single(Assert.IsType<Pause.Finished>(await run.NextAsync(None)).Resources.Resources);
    }

    [Fact]
    public async Task The_error_for_including_an_unknown_recipe_names_the_line_and_a_similar_recipe()
    {
        cookbooks.With("web/recipes/default.csx", "\nInclude(\"::instal\");").With("web/recipes/install.csx", "");

        var error = await cookbooks.EvaluateError("web");

        Assert.StartsWith(
            "web/recipes/default.csx:2:1: cookbook \"web\" has no recipe \"instal\": did you mean \"install\"?",
            cookbooks.Below(error.Message));
    }

    [Fact]
    public async Task The_error_for_an_included_recipe_that_does_not_compile_names_its_own_lines()
    {
        cookbooks.With("web/recipes/default.csx", "Include(\"::bad\");").With("web/recipes/bad.csx", "x;");

        Assert.StartsWith(
            "web/recipes/bad.csx:1:1: error CS0103:", cookbooks.Below((await cookbooks.EvaluateError("web")).Message));
    }

    [Fact]
    public async Task The_stack_trace_of_a_failed_recipe_has_only_lines_of_recipes()
    {
        cookbooks.With("web/recipes/default.csx", "#load \"helper.csx\"\n\nLog(\"a\");\nvar x = Half(0);\n")
            .With(
                "web/recipes/helper.csx",
                "int Half(int of)\n{\n    return Enumerable.Range(1, 1).Select(one => one / of).First();\n}\n");

        var error = await cookbooks.EvaluateError("web");

        Assert.Equal(
            """
            web/recipes/helper.csx:3:49: web::default failed: DivideByZeroException: Attempted to divide by zero.
                at Half in web/recipes/helper.csx:3:49
                at Half in web/recipes/helper.csx:3:5
                at web/recipes/default.csx:4:9
            """,
            cookbooks.Below(error.Message));
    }

    [Fact]
    public async Task An_error_of_the_recipe_language_is_shown_after_the_line_of_the_recipe()
    {
        cookbooks.With("web/recipes/default.csx", "Include(\"::inner\");")
            .With("web/recipes/inner.csx", "\n\nthrow new RecipeException(\"this needs Debian\");");

        Assert.Equal(
            "web/recipes/inner.csx:3:1: this needs Debian",
            cookbooks.Below((await cookbooks.EvaluateError("web")).Message));
    }

    [Theory, WholeSuite]
    [InlineData("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern int usleep(uint time);\nwhile (!System.IO.File.Exists((string)Node[\"end\"])) { usleep(10_000); }", "web/recipes/default.csx:1: ")]
    [InlineData("await Task.Yield();\nint Loop() { while (true) { Log(\"x\"); } }\nLoop();", "web")]
    [InlineData("\nSystem.Threading.Thread.Sleep(-1);", "web/recipes/default.csx:2:1")]
    [InlineData("await new TaskCompletionSource().Task;", "web/recipes/default.csx:1: ")]
    public async Task A_recipe_that_does_not_end_is_stopped_at_its_time_limit(string code, string place)
    {
        cookbooks.With("web/recipes/default.csx", code);
        var limit = new EvaluationOptions { TimeLimit = TimeSpan.FromMilliseconds(150) };
        await using var run = cookbooks.Start("web", limit, $$"""{ "end": "{{cookbooks["end"]}}" }""");

        var error = await Assert.ThrowsAsync<RecipeException>(() => run.NextAsync(None));
        cookbooks.With("end", "");

        Assert.StartsWith(place, cookbooks.Below(error.Message));
        Assert.Matches("web::default did not end within 0.2 s( after this line)? and was stopped", error.Message);
    }

    [Fact]
    public async Task Cancelling_stops_a_recipe_without_an_error_of_the_recipe()
    {
        cookbooks.With(
            "web/recipes/default.csx",
            "System.IO.File.Create((string)Node[\"started\"]).Dispose();\nSystem.Threading.Thread.Sleep(-1);");
        await using var run = cookbooks.Start("web", attributes: $$"""{ "started": "{{cookbooks["started"]}}" }""");
        using var cancel = new CancellationTokenSource();
        var next = run.NextAsync(cancel.Token);
        await Eventually.TrueAsync(() => File.Exists(cookbooks["started"]));

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }

    [Fact]
    public async Task Static_fields_of_recipes_are_not_shared_between_nodes()
    {
        cookbooks.With(
            "web/recipes/default.csx",
            "static class Counter { public static int Count; }\nLog($\"{++Counter.Count}\");");
        var recipes = cookbooks.Recipes();

        var names = await Task.WhenAll(Enumerable.Range(0, 5).Select(async _ =>
        {
            var node = new Node("x", Facts.None, NodeAttributes.None);
            await using var run = Evaluation.Start([RunListItem.Parse("web")], recipes, node, new EvaluationOptions());
            return ((Pause.Finished)await run.NextAsync(None)).Resources.Resources[0].Name;
        }));

        Assert.All(names, name => Assert.Equal("1", name));
    }

    [Theory, WholeSuite]
    [InlineData("class Gone;")]
    [InlineData("class Gone { static int count; }")]
    public async Task Shared_code_is_unloaded_with_the_cookbooks(string type)
    {
        cookbooks.With("gone/lib/type.csx", type)
            .With("gone/recipes/default.csx", "Log($\"{typeof(Gone)}\");");

        var shared = EvaluatedTimes(3, "gone.$shared");

        await Eventually.TrueAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !shared.IsAlive;
        }, period: TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task Evaluations_of_a_recipe_without_static_state_share_its_assembly_from_the_second_one_on()
    {
        cookbooks.With("web/recipes/default.csx", "class Mine { }\nLog($\"{typeof(Mine).GetHashCode()}\");");
        var types = await TypesOf(cookbooks.Recipes());

        Assert.NotEqual(types[0], types[1]);
        Assert.Equal(types[1], types[2]);
    }

    [Theory]
    [InlineData("class Mine { static int count; }")]
    [InlineData("class Mine { static Mine() { } }")]
    [InlineData("class Mine { public static string Name { get; set; } = \"\"; }")]
    public async Task Evaluations_of_a_recipe_with_static_state_share_nothing(string type)
    {
        cookbooks.With("web/recipes/default.csx", type + "\nLog($\"{typeof(Mine).GetHashCode()}\");");
        var types = await TypesOf(cookbooks.Recipes());

        Assert.Equal(3, types.Distinct().Count());
    }

    [Fact]
    public async Task Types_of_the_same_name_in_two_cookbooks_are_bound_each_by_its_own_properties()
    {
        cookbooks.With(
                "web/recipes/default.csx", "Log($\"{Node.Bind<O>(\"a\").X}\"); record O { public int X { get; init; } }")
            .With(
                "db/recipes/default.csx", "Log(Node.Bind<O>(\"b\").Y); record O { public string Y { get; init; } = \"\"; }");
        var recipes = cookbooks.Recipes();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            Assert.Equal(["1", "y"], await NamesOf(recipes, "web", "db"));
        }
    }

    [Theory, WholeSuite]
    [InlineData("record Site(int Port); Log(new Site(1).ToString());")]
    [InlineData("record Site { [Range(1, 65535)] public int Port { get; init; } = 80; } Log(Node.Bind<Site>(\"site\").ToString());")]
    [InlineData("record Site(int Port); Template(\"/t\", t => t.Variables = new { Site = new Site(1) });")]
    [InlineData("class Mine : Resource { public Mine() : base(\"m\") { } protected override IEnumerable<ResourceAction> DefaultActions() => []; } Declare(new Mine());")]
    public async Task The_assemblies_of_a_disposed_evaluation_are_unloaded(string code)
    {
        cookbooks.With("gone/templates/t", "{{ site.port }}{{ node.site.port }}")
            .With("gone/recipes/default.csx", code + "\nawait Task.Yield();");
        var store = cookbooks.Recipes();

        var assembly = Evaluated(store);

        // The runtime unloads them only after it has compiled their methods once more in the background.
        await Eventually.TrueAsync(() =>
        {
            AttributeBinder.Bind<EvaluationOptions>("none", NodeAttributes.None);
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !assembly.IsAlive;
        }, period: TimeSpan.FromMilliseconds(100));
    }

    [Fact]
    public async Task Declaring_a_resource_on_another_thread_is_an_error()
    {
        cookbooks.With("web/recipes/default.csx", "await Task.Run(() => Log(\"x\"));");

        Assert.Contains("not inside Task.Run", (await cookbooks.EvaluateError("web")).Message);
    }

    [Fact]
    public async Task Attribute_levels_are_merged_and_each_value_has_its_origin()
    {
        cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""")
            .With("base/attributes/default.json", """{ "site": { "port": 80, "user": "www" } }""")
            .With("web/attributes/default.json", """{ /* ours */ "site": { "port": 81, "name": "web", }, }""")
            .With(
                "web/recipes/default.csx", """Log($"{Node["site.port"]} {Node["site.user"]} {Node["site.name"]}");""");
        await using var run = cookbooks.Start("web", null, """{ "site": { "name": "mine" } }""");

        var finished = Assert.IsType<Pause.Finished>(await run.NextAsync(None));

        Assert.Equal("81 www mine", finished.Resources.Resources[0].Name);
        Assert.Equal(cookbooks["base/attributes/default.json"], run.Node.Attributes.Origins["site.user"]);
        Assert.Equal(cookbooks["web/attributes/default.json"], run.Node.Attributes.Origins["site.port"]);
        Assert.Equal("web1.json", run.Node.Attributes.Origins["site.name"]);
    }

    [Fact]
    public void The_error_for_an_invalid_attribute_file_names_its_line()
    {
        cookbooks.With("web/attributes/default.json", "{\n  \"a\": 1,\n  \"a\": }\n")
            .With("web/recipes/default.csx", "");

        Assert.StartsWith(
            "web/attributes/default.json:3:8: ",
            cookbooks.Below(Assert.Throws<RecipeException>(() => cookbooks.Start("web")).Message));
    }

    [Fact]
    public async Task Including_a_cookbook_whose_attributes_are_not_loaded_is_an_error()
    {
        cookbooks.With("base/attributes/default.json", "{}")
            .With("base/recipes/default.csx", "")
            .With("web/recipes/default.csx", "Include(\"base\");");

        Assert.Contains(
            "add \"base\" to the dependencies in web/cookbook.json", (await cookbooks.EvaluateError("web")).Message);
    }

    [Theory]
    [InlineData("""{ "site": { "prot": 80 } }""", "web/recipes/default.csx:1:12: attribute \"site.prot\" is not a property of SiteOptions: did you mean \"port\"?")]
    [InlineData("""{ "site": { "port": 0 } }""", "attribute \"site.port\" must be from 1 to 65535, and is 0 (set by web1.json:1:13)")]
    [InlineData("""{ "site": { "port": "x" } }""", "attribute \"site.port\" must be a whole number, and is \"x\" (set by web1.json:1:13)")]
    public async Task Attributes_bound_to_a_type_are_validated(string attributes, string message)
    {
        cookbooks.With("web/recipes/default.csx", """
            var site = Node.Bind<SiteOptions>("site");
            Log($"{site.Port}");
            record SiteOptions { [Range(1, 65535)] public int Port { get; init; } = 80; }
            """);

        Assert.Equal("80", Assert.Single(await cookbooks.Evaluate("web")).Name);
        Assert.Contains(message, cookbooks.Below((await cookbooks.EvaluateError("web", attributes)).Message));
    }

    [Theory, WholeSuite]
    [InlineData(2)]
    [InlineData(5)]
    public async Task The_assembly_that_evaluations_share_is_unloaded_with_the_cookbooks(int evaluations)
    {
        cookbooks.With(
            "gone/recipes/default.csx",
            "record Site { [Range(1, 65535)] public int Port { get; init; } = 80; }\nLog($\"{Node.Bind<Site>(\"site\").Port}\");");

        var assembly = EvaluatedTimes(evaluations);

        await Eventually.TrueAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !assembly.IsAlive;
        }, period: TimeSpan.FromMilliseconds(100));
    }

    private static async Task<string[]> TypesOf(RecipeLibrary recipes)
    {
        var types = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            types.AddRange(await NamesOf(recipes, "web"));
        }

        return [.. types];
    }

    private static async Task<string[]> NamesOf(RecipeLibrary recipes, params string[] runList)
    {
        var attributes = new JsonSource("""{ "a": { "x": 1 }, "b": { "y": "y" } }"""u8.ToArray(), "x").Level();
        var node = new Node("x", Facts.None, new NodeAttributes([attributes]));
        await using var run = Evaluation.Start(
            [.. runList.Select(RunListItem.Parse)], recipes, node, new EvaluationOptions());
        return [.. ((Pause.Finished)await run.NextAsync(None)).Resources.Resources.Select(each => each.Name)];
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private WeakReference EvaluatedTimes(int count, string assembly = "gone.default")
    {
        var recipes = cookbooks.Recipes();
        return Enumerable.Range(0, count).Select(_ => Evaluated(recipes, assembly)).Last();
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference Evaluated(RecipeLibrary recipes, string name = "gone.default")
    {
        var attributes = new NodeAttributes(
            [new AttributeLevel("x", new JsonSource("""{ "site": { "port": 81 } }"""u8.ToArray(), "x").Object())]);
        var node = new Node("web1", Facts.None, attributes);
        var run = Evaluation.Start([RunListItem.Parse("gone")], recipes, node, new EvaluationOptions());
        var pause = Task.Run(() => run.NextAsync(None)).GetAwaiter().GetResult();
        foreach (var resource in ((Pause.Finished)pause).Resources.Resources)
        {
            _ = resource.Actions.SelectMany(action => action.Steps(node)).ToList();
        }

        var loaded = new WeakReference(
            AppDomain.CurrentDomain.GetAssemblies().Last(assembly => assembly.GetName().Name == name));
        run.DisposeAsync().AsTask().GetAwaiter().GetResult();
        return loaded;
    }
}
