using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing.Outcomes;

/// <summary>Runs that declare several resources of one type and name.</summary>
public sealed class SameNameTests : IDisposable
{
    private const string TwoLines = "Line(\"/etc/x\", l => l.Text = \"a\");\nLine(\"/etc/x\", l => l.Text = \"b\");\n";
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task Each_of_two_resources_with_one_name_has_its_own_outcome()
    {
        var run = await Run(TwoLines);

        run.ResourcesOf<LineResource>()[0].ShouldHaveChanged();
        run.ResourcesOf<LineResource>()[1].ShouldBeUnchanged();
        run.ShouldMatchSnapshot();
    }

    [Fact]
    public async Task The_second_of_two_commands_with_one_name_is_not_skipped_with_the_first()
    {
        var run = await Run("Execute(\"true\", e => e.OnlyIf(\"false\"));\nExecute(\"true\");");

        run.ResourcesOf<ExecuteResource>()[0].ShouldBeSkipped();
        Assert.Contains(
            "should be skipped, but is changed",
            DeclaredRun.MessageOf(() => run.ResourcesOf<ExecuteResource>()[1].ShouldBeSkipped()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_two_resources_have_is_answered_with_their_lines_and_numbers()
    {
        var run = await Run($"Line(\"/etc/y\", l => l.Text = \"a\");\n{TwoLines}");

        Assert.Equal(
            $"""
            the run declares 2 of line named /etc/x: choose one by its number:
                run.ResourcesOf<LineResource>()[1] is line[/etc/x] ({At(2)})
                run.ResourcesOf<LineResource>()[2] is line[/etc/x] ({At(3)})
            """,
            DeclaredRun.MessageOf(() => run.Resource<LineResource>("/etc/x")));
        Assert.Equal(
            $"""
            the run has 2 of line[/etc/x]: choose one by its number:
                run.Resources[1] is that of {At(2)}
                run.Resources[2] is that of {At(3)}
            """,
            DeclaredRun.MessageOf(() => run.Resource("line[/etc/x]")));
    }

    [Fact]
    public async Task A_notification_of_the_second_of_two_resources_with_one_name_is_found()
    {
        var run = await Run("""
            Line("/etc/x", l => l.Text = "a");
            var app = Service("app");
            Line("/etc/x", l => { l.Text = "b"; l.Notifies(app.Restart); });
            """);

        run.Resource<ServiceResource>("app").ShouldSubscribeTo<LineResource>("/etc/x", s => s.Restart);
        Assert.EndsWith(
            $"should subscribe to line[/etc/x] ({At(1)}) or line[/etc/x] ({At(3)}), to run reload, but "
                + "line[/etc/x] notifies nothing, and line[/etc/x] notifies service[app] restart at the end",
            DeclaredRun.MessageOf(
                () => run.Resource<ServiceResource>("app").ShouldSubscribeTo<LineResource>("/etc/x", s => s.Reload)),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_order_is_compared_with_each_of_two_resources_of_one_name()
    {
        var file = (await Run("""
            Line("/etc/x", l => l.Text = "a");
            File("/etc/y");
            Line("/etc/x", l => l.Text = "b");
            """)).Resource<FileResource>("/etc/y");

        Assert.EndsWith(
            $"should run after line[/etc/x] ({At(3)}), but file[/etc/y] is number 2 of the run, and line[/etc/x] is number 3 of the run",
            DeclaredRun.MessageOf(() => file.ShouldRunAfter<LineResource>("/etc/x")),
            StringComparison.Ordinal);
        Assert.Contains(
            $"should run before line[/etc/x] ({At(1)}), but",
            DeclaredRun.MessageOf(() => file.ShouldRunBefore<LineResource>("/etc/x")),
            StringComparison.Ordinal);
    }

    private string At(int line) => $"{cookbooks.Root}/web/recipes/default.csx:{line}:1";

    private Task<ConvergeOutcome> Run(string recipe)
    {
        cookbooks.With("web/recipes/default.csx", recipe);
        return new ChefTest(cookbooks.Root).Converge(
            "web",
            FakeNode.Debian12().HasFile("/etc/x", "b\n").HasService("app").OnCommand("true").Returns(0),
            TestContext.Current.CancellationToken);
    }
}
