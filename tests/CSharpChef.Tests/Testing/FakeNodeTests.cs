using CSharpChef.Converge.Errors;
using CSharpChef.Converge.Results;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing;

public sealed class FakeNodeTests
{
    [Fact]
    public void WithFact_sets_a_fact_that_recipes_read()
    {
        var facts = FakeNode.Debian12().WithFact("memory.total", 512).WithFact("hostname", "web1").HasUser("app").Facts;
        Assert.Equal(("512", "web1"), (facts["memory.total"], facts["hostname"]));
        Assert.EndsWith(" app", facts["users"]);
    }

    [Theory]
    [InlineData("echo \"a\\b\"", "node.OnCommand(\"echo \\\"a\\\\b\\\"\").Returns(0);")]
    [InlineData("make", "node.OnCommand(\"make\").Returns(0);")]
    public void A_command_without_an_answer_is_an_error_with_the_line_to_add(string command, string line)
    {
        var node = FakeNode.Debian12();
        Assert.Contains(line, Assert.Throws<ChefTestException>(
            () => node.Converge(r => r.Execute(command, e => e.IgnoreFailure = true))).Message);
        Assert.Contains(
            line, Assert.Throws<ChefTestException>(() => node.Plan(r => r.File("/f", f => f.OnlyIf(command)))).Message);
        Assert.Contains(
            line,
            Assert.Throws<ChefTestException>(() => node.Converge(r => r.File("/f", f => f.Verify = command))).Message);
        Assert.Contains(line, Assert.Throws<ChefTestException>(() => node.Query(command)).Message);
        Assert.Contains(
            line,
            Assert.Throws<ChefTestException>(() => node.Converge(r => r.Script(command, s => s.Code = "x"))).Message);
    }

    [Fact]
    public void A_query_returns_the_output_of_its_command()
    {
        var node = FakeNode.Debian12().OnCommand("psql --version").Returns(0, "16.2\n").OnCommand("no").Returns(1);
        Assert.Equal("16.2", node.Query("psql --version"));
        Assert.EndsWith(
            "ended with exit code 1", Assert.Throws<ConvergeException>(() => node.Query("no")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_answer_of_a_command_can_change_the_node()
    {
        var node = FakeNode.Debian12().OnCommand("make install").Does(n => n.HasFile("/usr/local/bin/app", ""))
            .Returns(0);
        Action<RecipeContext> recipe =
            r => r.Execute("make install", e => { e.Cwd = "/usr/local"; e.Creates = "bin/app"; });
        Assert.Equal(ResultStatus.Changed, node.Converge(recipe)[0].Status);
        Assert.Equal(ResultStatus.Unchanged, node.Converge(recipe)[0].Status);
        node.ShouldHaveRun("make install");
    }

    [Fact]
    public void A_command_fails_when_its_folder_or_user_is_missing()
    {
        var node = FakeNode.Debian12().OnAnyCommand().Returns(2);
        Assert.Equal(
            "the folder /src to run in does not exist", node.Converge(
                r => r.Execute("x", e => e.Cwd = "/src"))[0].Reason);
        Assert.Equal(
            "the user app to run as does not exist", node.Converge(
                r => r.Execute("x", e => e.RunAs = "app"))[0].Reason);
        Assert.Equal(ResultStatus.Changed, node.Converge(r => r.Execute("x", e => e.Returns = [0, 2]))[0].Status);
    }

    [Fact]
    public void The_failure_of_a_sensitive_command_does_not_show_the_command()
    {
        var node = FakeNode.Debian12().OnAnyCommand().Returns(1, "password is hunter2");
        var result = node.Converge(r => r.Execute("login hunter2", e => e.Sensitive = true))[0];
        Assert.Equal(("the command ended with exit code 1", null), (result.Reason, result.Output));
    }

    [Fact]
    public void A_failed_assertion_shows_the_expected_and_the_actual_state()
    {
        var node = FakeNode.Debian12().HasFile("/f", "abc").HasPackage("nginx", "1.22");
        Assert.Equal("/f should contain\n    x\nbut is\nabc", Message(() => node.File("/f").ShouldContain("x")));
        Assert.Equal("/g should be a file, but does not exist", Message(() => node.File("/g").ShouldContain("x")));
        Assert.Equal(
            "package nginx should be installed in version 1.24, but version 1.22 is installed",
            Message(() => node.Package("nginx").ShouldBeInstalled("1.24")));
        Assert.Equal("`x` should have run; the commands that ran: nothing", Message(() => node.ShouldHaveRun("x")));
    }

    [Fact]
    public void A_file_of_an_unknown_owner_is_an_error_with_the_line_to_add()
    {
        Assert.Contains(".HasUser(\"app\")", Message(() => FakeNode.Debian12().HasFile("/f", "", owner: "app")));
        Assert.Contains(".HasGroup(\"app\")", Message(() => FakeNode.Debian12().HasFile("/f", "", group: "app")));
    }

    private static string Message(Action act) => Assert.Throws<ChefTestException>(act).Message;
}
