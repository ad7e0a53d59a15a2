using CSharpChef.Converge.Results;
using CSharpChef.Testing;

namespace CSharpChef.Tests.Testing;

public sealed class GuardRunTests
{
    private readonly FakeNode node = FakeNode.Debian12();

    [Theory]
    [InlineData(127, "sh: 1: jq: not found\n", "jq: not found")]
    [InlineData(127, "sh: line 1: jq: command not found\n", "jq: command not found")]
    [InlineData(127, "/opt/check: 3: jq: not found\n", "/opt/check: 3: jq: not found")]
    [InlineData(126, "sh: 1: /opt/x: Permission denied\n", "/opt/x: Permission denied")]
    [InlineData(2, "sh: 1: Syntax error: \"then\" unexpected\n", "Syntax error: \"then\" unexpected")]
    public void A_guard_that_the_shell_cannot_run_fails_its_action(int code, string output, string complaint)
    {
        node.OnCommand("ask").Returns(code, output);

        var results = node.Converge(r =>
        {
            r.Execute("x", e => { e.IgnoreFailure = true; e.OnlyIf("ask"); });
            r.Execute("x", e => { e.IgnoreFailure = true; e.NotIf("ask"); });
        });

        Assert.All(results, result => Assert.Equal(
            (ResultStatus.Failed, $"guard 1 (ask) cannot be judged: {complaint}"), (result.Status, result.Reason!)));
    }

    [Theory]
    [InlineData(127, "")]
    [InlineData(124, "")]
    [InlineData(2, "grep: /x: No such file or directory\n")]
    public void An_exit_code_alone_is_a_plain_no(int code, string output)
    {
        node.OnCommand("ask").Returns(code, output);

        Assert.Equal(ResultStatus.Skipped, node.Converge(r => r.Execute("x", e => e.OnlyIf("ask")))[0].Status);
    }

    [Fact]
    public void A_guard_whose_folder_or_user_is_missing_fails_its_action()
    {
        var results = node.Converge(r =>
        {
            r.Execute("x", e => { e.IgnoreFailure = true; e.Cwd = "/srv/app"; e.NotIf("true"); });
            r.Execute("x", e => { e.IgnoreFailure = true; e.RunAs = "app"; e.NotIf("true"); });
        });

        Assert.Equal(
            [
                "guard 1 (true) cannot be judged: the folder /srv/app to run in does not exist",
                "guard 1 (true) cannot be judged: the user app to run as does not exist",
            ],
            results.Select(result => result.Reason));
    }

    [Fact]
    public void A_guard_that_a_plan_cannot_ask_counts_as_true_and_the_note_names_the_changes_before_it()
    {
        node.OnCommand("jq .").Returns(127, "sh: 1: jq: not found\n");

        var results = node.Plan(r =>
        {
            r.Package("jq");
            r.File("/a", f => f.OnlyIf("jq ."));
        });

        Assert.Equal(
            (ResultStatus.Changed, "its guard cannot be asked before package[jq]"),
            (results[1].Status, results[1].Reason!));
    }

    [Fact]
    public void A_guard_that_a_plan_cannot_ask_fails_when_nothing_would_change_before_it()
    {
        node.OnCommand("jq .").Returns(127, "sh: 1: jq: not found\n").HasPackage("jq");

        var results = node.Plan(r =>
        {
            r.Package("jq");
            r.File("/a", f => f.OnlyIf("jq ."));
        });

        Assert.Equal(ResultStatus.Failed, results[1].Status);
    }
}
