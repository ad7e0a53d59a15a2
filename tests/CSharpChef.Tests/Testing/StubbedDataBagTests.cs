using CSharpChef.Recipes;
using CSharpChef.Testing;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Testing;

public sealed class StubbedDataBagTests : IDisposable
{
    private readonly CookbookFolder cookbooks = new();
    private readonly DataBagFolder bags;

    public StubbedDataBagTests() => bags = new DataBagFolder(cookbooks)
        .With("users/carol", """{ "shell": "/bin/zsh" }""")
        .WithEncrypted("users/dave", """{ "shell": "/bin/sh" }""");

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_recipe_gets_the_items_that_its_test_gives_to_the_fake_node()
    {
        var node = FakeNode.Debian12()
            .WithDataBagItem("users", "bob", new { shell = "/bin/sh" })
            .WithDataBagItem("users", "alice", new { id = "alice", shell = "/bin/bash" }, encrypted: true);

        var run = await Converge("string.Concat(DataBag(\"users\").Select(user => $\"{user.Name}={user[\"shell\"]} \"))", node);

        run.Node.File("/etc/app").ShouldContain("alice=/bin/bash bob=/bin/sh");
    }

    [Theory]
    [InlineData("DataBagItem(\"users\", \"carol\")[\"shell\"]", "there is no data bag item users/carol on this fake node: set one before the run:\n    node.WithDataBagItem(\"users\", \"carol\", new { … });")]
    [InlineData("DataBag(\"users\").Name", "the data bag \"users\" has no items on this fake node: set one before the run:\n    node.WithDataBagItem(\"users\", \"NAME\", new { … });")]
    [InlineData("Secret(\"databag:users/carol#shell\")", "node.WithSecret(\"databag:users/carol#shell\", \"…\");")]
    public async Task The_files_of_the_repository_are_not_read_and_the_error_shows_the_line_to_add(
        string content, string message)
    {
        var error = await Assert.ThrowsAsync<RecipeException>(() => Converge(content, FakeNode.Debian12()));

        Assert.StartsWith("web/recipes/default.csx:1:", cookbooks.Below(error.Message));
        Assert.EndsWith(message, error.Message);
    }

    [Fact]
    public async Task A_folder_that_the_test_names_gives_its_plain_items()
    {
        var node = FakeNode.Debian12().WithDataBags(bags.Path);

        var run = await Converge("DataBagItem(\"users\", \"carol\")[\"shell\"]", node);
        var error = await Assert.ThrowsAsync<RecipeException>(
            () => Converge("DataBagItem(\"users\", \"dave\")[\"shell\"]", node));

        run.Node.File("/etc/app").ShouldContain("/bin/zsh");
        Assert.Contains("there is no data bag item users/dave on this fake node", error.Message);
    }

    [Fact]
    public void A_folder_that_does_not_exist_is_an_error() => Assert.Equal(
        "there is no folder of data bags none",
        Assert.Throws<RecipeException>(() => FakeNode.Debian12().WithDataBags("none")).Message);

    private Task<ConvergeOutcome> Converge(string content, FakeNode node)
    {
        cookbooks.With("web/recipes/default.csx", $"string content = {content};\nFile(\"/etc/app\", f => f.Content = content);");
        return new ChefTest(cookbooks.Root).Converge("web", node, TestContext.Current.CancellationToken);
    }
}
