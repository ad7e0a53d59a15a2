using CSharpChef.Converge.DataBags;
using CSharpChef.Converge.Evaluate;
using CSharpChef.Stacks.Runs;
using CSharpChef.Stacks.Stacks;
using CSharpChef.TestSupport.Stacks;

namespace CSharpChef.Tests.Stacks.Runs;

public sealed class ServerAnswersTests : ServerTests
{
    [Theory]
    [InlineData("env:HOME")]
    [InlineData("file:/etc/passwd")]
    [InlineData("command:cat /etc/passwd")]
    [InlineData("vault:secret/app#key")]
    [InlineData("databag:secrets/app#key")]
    public async Task No_secret_of_the_server_is_read_for_a_recipe(string name)
    {
        var evaluation = await AskAsync(await Server.CreateStackAsync(), new Pause.SecretQuestion(name));

        Assert.Contains(
            $"Secret(\"{name}\") cannot be read on a server", evaluation.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_data_bag_of_the_server_is_read_for_a_recipe()
    {
        var stack = await Server.CreateStackAsync();
        foreach (var question in new Pause.ControllerQuestion[]
        {
            new Pause.DataBagQuestion("users"), new Pause.ItemQuestion(new ItemName("users", "ann")),
        })
        {
            Assert.Contains(
                "a server has only those with the data of the stack",
                (await AskAsync(stack, question)).Refusal!.Message,
                StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_recipe_reads_the_secrets_of_its_own_stack_only()
    {
        var (shop, other) = (await Server.CreateStackAsync(), await Server.CreateStackAsync("other"));
        await SetAsync(shop, "DB_PASSWORD", "of the shop");
        await SetAsync(other, "DB_PASSWORD", "of the other");
        await SetAsync(other, "TOKEN", "of the other");

        var known = await AskAsync(shop, new Pause.SecretQuestion("DB_PASSWORD"));
        var foreign = await AskAsync(shop, new Pause.SecretQuestion("TOKEN"));

        Assert.Equal("of the shop", known.Text);
        Assert.Contains(
            "csharpchef stack secret set \"shop\" \"TOKEN\" stores one", foreign.Refusal!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_sealed_replaced_and_deleted_and_never_shown()
    {
        var stack = await Server.CreateStackAsync();
        await SetAsync(stack, "DB_PASSWORD", "first value");
        await SetAsync(stack, "DB_PASSWORD", "second value");

        var list = (await Server.CallAsync("DescribeStackSecrets", new { StackId = stack }))["Secrets"]!.AsArray();
        var activity = (await Server.CallAsync("DescribeActivity", new { StackId = stack })).ToJsonString();

        Assert.Equal(["StackId", "Name", "UpdatedAt", "UpdatedBy"], Assert.Single(list)!.AsObject().Select(pair => pair.Key));
        Assert.Contains("SetStackSecret", activity, StringComparison.Ordinal);
        Assert.DoesNotContain("second value", await TestStore.DumpAsync(Server.Folder), StringComparison.Ordinal);
        Assert.Equal("second value", (await AskAsync(stack, new Pause.SecretQuestion("DB_PASSWORD"))).Text);
        await Server.CallAsync("DeleteStackSecret", new { StackId = stack, Name = "DB_PASSWORD" });
        Assert.NotNull((await AskAsync(stack, new Pause.SecretQuestion("DB_PASSWORD"))).Refusal);
    }

    [Theory]
    [InlineData("a b", "long enough", "Name")]
    [InlineData("", "long enough", "Name")]
    [InlineData("env:X", "long enough", "Name")]
    [InlineData("A", "abc", "Value")]
    [InlineData("A", "*****FILTERED*****", "Value")]
    public async Task A_secret_that_no_recipe_could_read_is_refused(string name, string value, string member) =>
        await RequireRefusalAsync(
            member, "SetStackSecret", new { StackId = await Server.CreateStackAsync(), Name = name, Value = value });

    private Task SetAsync(string stack, string name, string value) =>
        Server.CallAsync("SetStackSecret", new { StackId = stack, Name = name, Value = value });

    private async Task<AskingEvaluation> AskAsync(string id, Pause.ControllerQuestion question)
    {
        var stack = await Server.Plane.Store.ReadAsync(session => session.FindAsync<Stack>(id), Ct);
        var evaluation = new AskingEvaluation(question);
        await ServerAnswers.Of(Server.Plane.Store, stack!).NextAsync(evaluation, Ct);
        return evaluation;
    }
}
