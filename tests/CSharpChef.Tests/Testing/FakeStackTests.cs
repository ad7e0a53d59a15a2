using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class FakeStackTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();

    private static StackData Data => new("web1")
    {
        Layers = [new("web"), new("db")],
        Instances =
        [
            new("web1") { Layers = ["web"] },
            new("db1") { Layers = ["db"], PrivateIp = "10.0.0.2", Published = Map("port", "5433") },
        ],
        Apps = [new("shop") { IsDeployed = true, Environment = Map("KEY", "hush hush"), SecretVariables = ["KEY"] }],
        Command = new("configure") { StartedBy = "ann" },
    };

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_recipe_sees_the_stack_that_its_test_gives()
    {
        var run = await ConvergeAsync(
            """
            var db = Node.Layer("db").Instances.Select(i => $"{i.Hostname}={i.PrivateIp}:{i.Published["port"]}");
            var old = Search("aws_opsworks_instance", "role:db AND status:online").Select(i => (string)i["private_ip"]);
            File("/etc/app", f => f.Content = $"{string.Join(',', db.Concat(old))} {Node.Command.StartedBy} {Node.IsLeader}\n");
            File("/etc/apps", f => f.Content = $"{DataBagItem("aws_opsworks_app", "shop")["environment.KEY"]}\n");
            foreach (var layer in DataBag("aws_opsworks_layer")) { Log(layer.Name); }
            """,
            FakeNode.Debian12().WithStack(Data));

        run.Node.File("/etc/app").ShouldContain("db1=10.0.0.2:5433,10.0.0.2 ann True");
        Assert.Equal("hush hush\n", run.Node.File("/etc/apps").Content);
        Assert.DoesNotContain("hush hush", run.Resource("file[/etc/apps]").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_sees_what_a_recipe_publishes()
    {
        var run = await ConvergeAsync(
            "Publish(\"port\", \"5432\");\nPublish(\"port\", \"5433\");", FakeNode.Debian12().WithStack(Data));

        Assert.Equal([KeyValuePair.Create("port", "5433")], run.Published);
    }

    [Theory]
    [InlineData("Publish(\"a b\", \"1\");", "\"a b\" is not a name")]
    [InlineData("Publish(\"a\", new string('x', 4097));", "the value of \"a\" has 4097 bytes, and at most 4096")]
    [InlineData("for (var i = 0; i < 33; i++) { Publish($\"a{i}\", \"1\"); }", "\"a32\" is one value too many: an instance can publish at most 32")]
    [InlineData("Publish(\"a\", Node.Apps[0].Environment[\"KEY\"]);", "contains a secret")]
    [InlineData("Log(Node.Layer(\"wen\").Name);", "has no layer \"wen\": did you mean \"web\"?")]
    [InlineData("Search(\"aws_opsworks_stack\");", "write Search(\"aws_opsworks_stack\", \"*:*\")")]
    [InlineData("Search(\"aws_opsworks_instance\", \"role:(web\");", "the search query is wrong at character 6")]
    public async Task A_mistake_is_an_error_with_its_line(string recipe, string message)
    {
        var error = await Assert.ThrowsAsync<RecipeException>(
            () => ConvergeAsync(recipe, FakeNode.Debian12().WithStack(Data)));

        Assert.StartsWith("web/recipes/default.csx:1:", cookbooks.Below(error.Message), StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Log(Node.Stack.Name);")]
    [InlineData("Publish(\"a\", \"1\");")]
    public async Task Without_a_stack_the_error_shows_the_line_to_add(string recipe)
    {
        var error = await Assert.ThrowsAsync<RecipeException>(() => ConvergeAsync(recipe, FakeNode.Debian12()));

        Assert.EndsWith(
            "node.WithStack(new StackData(\"web1\") { Instances = [new InstanceInfo(\"web1\")] });", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stack_that_contradicts_itself_is_refused()
    {
        var node = FakeNode.Debian12();

        Assert.Contains("has no instance web1", Error(new("web1")), StringComparison.Ordinal);
        Assert.Contains(
            "has no layer web", Error(new("web1") { Instances = [new("web1") { Layers = ["web"] }] }), StringComparison.Ordinal);

        string Error(StackData data) => Assert.Throws<ChefTestException>(() => node.WithStack(data)).Message;
    }

    private Task<ConvergeOutcome> ConvergeAsync(string recipe, FakeNode node)
    {
        cookbooks.With("web/recipes/default.csx", recipe);
        return new ChefTest(cookbooks.Root).Converge("web", node, TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, string> Map(string name, string text) => new() { [name] = text };
}
