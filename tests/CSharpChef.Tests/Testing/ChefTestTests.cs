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
            """
            The run failed:
                recipes/default.csx:2: file[/nowhere/f]: /nowhere/f: the folder /nowhere does not exist
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
        const string failure =
            "\nThe run failed:\n    recipes/default.csx:1: file[/nowhere/f]: /nowhere/f: the folder /nowhere does not exist";

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

    public void Dispose() => cookbooks.Dispose();

    private void With(string recipe) => cookbooks.With("web/recipes/default.csx", recipe);

    private Task<ConvergeOutcome> Converge(FakeNode? node = null) =>
        new ChefTest(cookbooks.Root).Converge("web", node ?? FakeNode.Debian12(), ct);
}
