using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class ChefTestTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly CancellationToken ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_with_a_failed_resource_fails_its_test_with_the_place_and_the_reason()
    {
        With("File(\"/etc/motd\");\nFile(\"/nowhere/f\");\nFile(\"/etc/later\");");

        var error = await Assert.ThrowsAsync<ChefTestException>(() => Converge());

        Assert.Equal(
            $"""
            The run failed:
                {cookbooks.Root}/web/recipes/default.csx:2:1: file[/nowhere/f]: /nowhere/f: the folder /nowhere does not exist
            AllowFailure() of ChefTest returns the outcome of such a run.
            """,
            error.Message);
    }

    [Fact]
    public async Task The_failure_of_a_command_shows_what_it_printed()
    {
        With("Execute(\"make\");");

        var error = await Assert.ThrowsAsync<ChefTestException>(
            () => Converge(FakeNode.Debian12().OnCommand("make").Returns(2, "no rule\nno target\n")));

        Assert.Contains("make ended with exit code 2\n        no rule\n        no target\n", error.Message);
    }

    [Fact]
    public async Task A_failed_resource_that_ignores_its_failure_does_not_fail_the_test()
    {
        With("File(\"/nowhere/f\", f => f.IgnoreFailure = true);\nFile(\"/etc/later\");");

        var run = await Converge();

        run.Node.File("/etc/later").ShouldExist();
        Assert.Throws<ChefTestException>(() => run.ShouldSucceed());
    }

    [Fact]
    public async Task A_resource_that_acts_before_and_behind_a_barrier_has_one_outcome()
    {
        With("""
            var restart = Execute("restart", e => e.OnlyWhenNotified());
            File("/a", f => f.Notifies(restart.Run));
            await Converge();
            File("/b");
            """);

        var run = await Converge(FakeNode.Debian12().OnCommand("restart").Returns(0));

        Assert.Equal(
            ["file[/a]: Changed (create file)", "execute[restart]: Changed (run)", "file[/b]: Changed (create file)"],
            run.Resources.Select(outcome => $"{outcome}"));
    }

    [Fact]
    public async Task An_immediate_action_behind_one_that_failed_runs_in_the_next_run()
    {
        With("""
            var (one, two) = (Execute("one", e => e.OnlyWhenNotified()), Execute("two", e => e.OnlyWhenNotified()));
            File("/a", f => { f.Notifies(one.Run, Immediately); f.Notifies(two.Run, Immediately); });
            """);
        var node = FakeNode.Debian12().OnCommand("one").Returns(1).OnCommand("two").Returns(0);

        var failed = await new ChefTest(cookbooks.Root).AllowFailure().Converge("web", node, ct);
        var mended = await Converge(node.OnCommand("one").Returns(0));

        Assert.Equal(ResourceStatus.NotRun, failed.Resource("execute[two]").Status);
        Assert.Equal(ResourceStatus.Changed, mended.Resource("execute[two]").Status);
    }

    [Fact]
    public async Task AllowFailure_returns_the_outcome_of_a_run_that_failed()
    {
        With("File(\"/nowhere/f\");\nFile(\"/etc/later\");");

        var run = await new ChefTest(cookbooks.Root).AllowFailure().Converge("web", FakeNode.Debian12(), ct);

        Assert.Equal(ResourceStatus.Failed, run.Resource("file[/nowhere/f]").Status);
        Assert.Equal(ResourceStatus.NotRun, run.Resource("file[/etc/later]").Status);
    }

    [Fact]
    public async Task A_failed_assertion_tells_the_failure_of_the_run()
    {
        With("File(\"/nowhere/f\");\nFile(\"/etc/later\");\nService(\"cron\", s => s.Do(s.Stop));");
        var run = await new ChefTest(cookbooks.Root).AllowFailure().Converge("web", FakeNode.Debian12(), ct);
        var failure =
            $"\nThe run failed:\n    {cookbooks.Root}/web/recipes/default.csx:1:1: file[/nowhere/f]: /nowhere/f: the folder /nowhere does not exist";

        Action[] assertions =
        [
            () => run.Node.File("/etc/later").ShouldExist(),
            () => run.Node.Directory("/x").ShouldExist(),
            () => run.Node.Link("/x").ShouldExist(),
            () => run.Node.Service("cron").ShouldHaveRestarted(),
            () => run.Node.Package("x").ShouldBeInstalled(),
            () => run.Node.User("x").ShouldExist(),
            () => run.Node.Group("x").ShouldExist(),
            () => run.Node.ShouldHaveRun("x"),
            () => run.Resource("file[/x]"),
        ];

        Assert.All(assertions, assertion => Assert.EndsWith(
            failure, Assert.Throws<ChefTestException>(assertion).Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_assertion_after_a_good_run_tells_nothing_of_an_earlier_failure()
    {
        With("File(\"/nowhere/f\");");
        var node = FakeNode.Debian12();
        await Assert.ThrowsAsync<ChefTestException>(() => Converge(node));
        node.HasDirectory("/nowhere");

        var run = await Converge(node);

        var error = Assert.Throws<ChefTestException>(() => run.Node.File("/nowhere/f").ShouldContain("x"));
        Assert.DoesNotContain("The run failed", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_run_that_fails_is_not_idempotent()
    {
        With("File(\"/etc/a\");\nExecute(\"once\", e => e.OnlyIf(\"again\"));");
        var node = FakeNode.Debian12().OnCommand("once").Returns(3).OnCommand("again").ReturnsOnce(1).Returns(0);
        var run = await Converge(node);

        var error = await Assert.ThrowsAsync<ChefTestException>(() => run.ShouldBeIdempotent(ct));

        Assert.Contains("a second run should change nothing", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_fails_in_a_plan_behind_a_change_ends_the_plan_there()
    {
        With("""
            File("/etc/jq.conf", f => f.Content = "x");
            await Converge();
            Log("asked now"); var version = await Query("jq --version");
            File("/etc/version", f => f.Content = version);
            """);
        var node = FakeNode.Debian12().OnCommand("jq --version").Returns(127, "not found");

        var plan = await new ChefTest(cookbooks.Root).Plan("web", node, ct);

        Assert.EndsWith(
            "web/recipes/default.csx:3:39: cannot be asked yet: exit code 127; file[/etc/jq.conf] would change before it",
            plan.UnaskedQuery, StringComparison.Ordinal);
        Assert.Equal(
            ["file[/etc/jq.conf]: Changed (create file)", "log[asked now]: Unchanged"],
            plan.Resources.Select(resource => $"{resource}"));
    }

    [Fact]
    public async Task A_plan_that_ends_at_a_query_shows_the_notifications_that_are_pending_by_then()
    {
        With("""
            var service = Service("app", s => s.OnlyWhenNotified());
            File("/etc/app.conf", f => { f.Content = "x"; f.Notifies(service.Restart); });
            await Converge();
            await Query("app --version");
            """);
        var node = FakeNode.Debian12().HasService("app").OnCommand("app --version").Returns(1);

        var plan = await new ChefTest(cookbooks.Root).Plan("web", node, ct);

        Assert.Contains(plan.Resources, resource => $"{resource}" == "service[app]: Changed (restart)");
    }

    [Fact]
    public async Task A_query_that_fails_names_what_is_declared_before_it_without_a_barrier_between()
    {
        With("""
            Package("hello", p => p.Do(p.Purge));
            await Converge();
            Package("jq");
            await Query("jq --version");
            """);
        var node = FakeNode.Debian12().HasPackage("hello").OnCommand("jq --version").Returns(127);

        var plan = await new ChefTest(cookbooks.Root).Plan("web", node, ct);
        var error = await Assert.ThrowsAnyAsync<ChefException>(() => Converge(node));

        const string hint = "; package[jq] would be converged only after it: "
            + "write `await Converge();` before the query if it needs that";
        Assert.EndsWith($"package[hello] would change before it{hint}", plan.UnaskedQuery, StringComparison.Ordinal);
        Assert.EndsWith(hint, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Execute(\"late\", e => { e.Do(); e.SubscribesTo(conf, e.Run); });", "next late")]
    [InlineData("var late = Execute(\"late\", e => e.Do()); conf.Notifies(late.Run, Immediately);", "late next")]
    [InlineData("conf.Notifies(app.Run);", "next app")]
    public async Task A_change_before_a_barrier_notifies_what_is_declared_behind_it_once(string behind, string commands)
    {
        With($"""
            var app = Execute("app", e => e.Do()); var conf = File("/etc/conf");
            await Converge();
            {behind}
            Execute("next");
            """);
        var node = FakeNode.Debian12().OnAnyCommand().Returns(0);

        await Converge(node);
        await Converge(node);

        Assert.Equal($"{commands} next", string.Join(' ', node.Commands));
    }

    [Fact]
    public async Task A_change_before_a_barrier_notifies_in_the_next_run_when_its_run_ended_at_the_barrier()
    {
        With("""
            var conf = File("/etc/conf");
            Execute("unlucky");
            await Converge();
            Execute("late", e => { e.Do(); e.SubscribesTo(conf, e.Run); });
            """);
        var node = FakeNode.Debian12().OnCommand("unlucky").ReturnsOnce(1).Returns(0).OnCommand("late").Returns(0);

        await new ChefTest(cookbooks.Root).AllowFailure().Converge("web", node, ct);
        var second = await Converge(node);
        var third = await Converge(node);

        Assert.Equal(ResourceStatus.Changed, second.Resource("execute[late]").Status);
        Assert.Equal("only when notified", third.Resource("execute[late]").Reason);
    }

    [Fact]
    public async Task A_resource_that_waits_to_be_notified_can_be_given_a_notification_behind_a_barrier()
    {
        With("""
            var (one, two) = (Execute("one", e => e.OnlyWhenNotified()), Execute("two", e => e.OnlyWhenNotified()));
            File("/etc/a", f => f.Notifies(one.Run));
            await Converge();
            one.Notifies(two.Run);
            """);

        var run = await Converge(FakeNode.Debian12().OnAnyCommand().Returns(0));

        Assert.Equal(ResourceStatus.Changed, run.Resource("execute[two]").Status);
    }

    [Fact]
    public async Task A_query_that_fails_in_a_plan_with_nothing_to_change_before_it_is_an_error()
    {
        With("File(\"/etc/motd\");\nawait Converge();\nawait Query(\"jq --version\");");
        var node = FakeNode.Debian12().OnCommand("jq --version").Returns(127);

        var error = await Assert.ThrowsAnyAsync<ChefException>(
            () => new ChefTest(cookbooks.Root).Plan("web", node, ct));

        Assert.Contains("exit code 127", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_that_fails_when_the_node_converges_is_an_error_also_behind_a_change()
    {
        With("File(\"/etc/new\");\nawait Converge();\nawait Query(\"jq --version\");");

        var error = await Assert.ThrowsAnyAsync<ChefException>(
            () => Converge(FakeNode.Debian12().OnCommand("jq --version").Returns(127)));

        Assert.Contains("exit code 127", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public ResourceAction Create => Act(_ => throw new InvalidOperationException(\"no luck\"));", 6)]
    [InlineData("public ResourceAction Create => Act(_ => Steps()); IEnumerable<Step> Steps() { yield return new FileStep(\"/a\"); int[] none = []; yield return new FileStep($\"{none[1]}\"); }", 6)]
    public async Task An_own_resource_that_throws_is_an_error_with_its_line_and_that_of_the_declaration(
        string action, int line)
    {
        cookbooks.With("web/resources/own.csx", $$"""
            OwnResource Own(string name, [CallerFilePath] string file = "", [CallerLineNumber] int at = 0) =>
                Declare(new OwnResource(name), null, file, at);

            sealed class OwnResource(string name) : Resource(name)
            {
                {{action}}
                protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
            }
            """);
        With("Log(\"x\");\nOwn(\"mine\");");

        var error = await Assert.ThrowsAsync<RecipeException>(() => Converge());

        Assert.Contains($"web/resources/own.csx:{line}:", error.Message, StringComparison.Ordinal);
        Assert.Contains("own[mine] failed: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("web/recipes/default.csx:2:1", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Default_actions_that_throw_are_an_error_of_the_recipe()
    {
        With("""
            Declare(new OwnResource("mine"));
            sealed class OwnResource(string name) : Resource(name)
            {
                protected override IEnumerable<ResourceAction> DefaultActions() => throw new FormatException("bad");
            }
            """);

        var error = await Assert.ThrowsAsync<RecipeException>(() => Converge());

        Assert.Contains("default.csx:4:", error.Message, StringComparison.Ordinal);
        Assert.Contains("own[mine] failed: FormatException: bad", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipe_finds_the_nodes_that_its_test_gives()
    {
        With("""
            foreach (var n in Nodes.Where(n => n.Groups.Contains("db")))
            {
                File($"/etc/{n.Name}", f => f.Content = $"{n.Address}:{n["db.port"]} {(n.HasFacts ? n.Platform.Name : "?")}");
            }
            """);

        var run = await Converge(FakeNode.Debian12().WithNodes(
            new NodeStub("db2") { Groups = ["db"], Attributes = new { db = new { port = 1 } } },
            new NodeStub("web1"),
            new NodeStub("db1")
            {
                Address = "10.0.0.1",
                Groups = ["db"],
                Attributes = new { db = new { port = 2 } },
                Facts = FakeNode.Alpine320(),
            }));

        run.Node.File("/etc/db1").ShouldContain("10.0.0.1:2 alpine");
        run.Node.File("/etc/db2").ShouldContain("db2:1 ?");
    }

    [Theory]
    [InlineData("Nodes.Count")]
    [InlineData("Search(\"role:db\").Count")]
    public async Task A_recipe_that_reads_nodes_which_its_test_does_not_give_fails_with_the_line_to_paste(string count)
    {
        With($"Log(\"x\");\nLog(\"\" + {count});");

        var error = await Assert.ThrowsAsync<RecipeException>(() => Converge());

        Assert.Equal(
            $$"""
            {{cookbooks.Root}}/web/recipes/default.csx:2:1: the recipe reads Nodes or calls Search, and this test gives no machines: set them before the run:
                node.WithNodes(new NodeStub("db1") { Groups = ["db"] });
            """,
            error.Message);
    }

    public static TheoryData<Action, string> WrongObjects => new()
    {
        { () => new ChefTest("cookbooks").With("x"), "With needs an object with names, such as new { site = new { port = 81 } }, and got \"x\"" },
        { () => new ChefTest("cookbooks").With(null!), "With needs an object with names, such as new { site = new { port = 81 } }, and got null" },
        { () => new ChefTest("cookbooks").With(new[] { 1 }), "With needs an object with names, such as new { site = new { port = 81 } }, and got a value of the type Int32[]" },
        { () => new ChefTest("cookbooks").With(new { type = typeof(string) }), "With needs values that JSON has" },
        { () => _ = new NodeStub("a") { Attributes = "x" }, "new NodeStub(\"a\") { Attributes = … } needs an object with names" },
        { () => FakeNode.Debian12().WithDataBagItem("users", "alice", 1), "WithDataBagItem(\"users\", \"alice\") needs an object with names" },
    };

    [Theory]
    [MemberData(nameof(WrongObjects))]
    public void A_value_that_is_not_an_object_fails_where_the_test_gives_it(Action call, string message) =>
        Assert.StartsWith(message, Assert.Throws<ChefTestException>(call).Message, StringComparison.Ordinal);

    [Fact]
    public async Task A_recipe_searches_the_nodes_that_its_test_gives()
    {
        With("foreach (var n in Search(\"role:db AND db_port:[1 TO 5] AND platform:alpine\")) { File($\"/etc/{n.Name}\"); }");
        var alpine = FakeNode.Alpine320();

        var run = await Converge(FakeNode.Debian12().WithNodes(
            new NodeStub("db1") { Groups = ["db"], Attributes = new { db = new { port = 5 } }, Facts = alpine },
            new NodeStub("db2") { Groups = ["db"], Attributes = new { db = new { port = 6 } } },
            new NodeStub("web1") { Facts = alpine }));

        run.Node.File("/etc/db1").ShouldExist();
        run.Node.File("/etc/db2").ShouldNotExist();
        run.Node.File("/etc/web1").ShouldNotExist();
    }

    [Fact]
    public async Task A_fact_of_a_node_to_which_the_test_gives_none_is_an_error_with_what_to_write()
    {
        With("Log(Nodes[0].Hostname);");

        var error = await Assert.ThrowsAsync<RecipeException>(
            () => Converge(FakeNode.Debian12().WithNodes(new NodeStub("db1"))));

        Assert.EndsWith(
            "this test gives db1 no facts: write new NodeStub(\"db1\") { Facts = FakeNode.Debian12() }", error.Message);
    }

    public void Dispose() => cookbooks.Dispose();

    private void With(string recipe) => cookbooks.With("web/recipes/default.csx", recipe);

    private Task<ConvergeOutcome> Converge(FakeNode? node = null) =>
        new ChefTest(cookbooks.Root).Converge("web", node ?? FakeNode.Debian12(), ct);
}
