namespace CSharpChef.Tests.Stacks.Tags;

public sealed class TagTests : ServerTests
{
    [Fact]
    public async Task A_layer_inherits_the_tags_of_its_stack_and_may_say_otherwise()
    {
        var stack = await Server.StackAsync();
        var (stackArn, layerArn) = (ArnOf("stack", stack), ArnOf("layer", await Server.LayerAsync(stack)));
        await TagAsync(stackArn, "team", "web");
        await TagAsync(stackArn, "tier", "test");
        await TagAsync(layerArn, "tier", "live");

        var tags = (await Server.CallAsync("ListTags", new { ResourceArn = layerArn }))["Tags"]!;

        Assert.Equal(("web", "live"), (tags["team"]!.GetValue<string>(), tags["tier"]!.GetValue<string>()));
        await Server.CallAsync("UntagResource", new { ResourceArn = stackArn, TagKeys = new[] { "team" } });
        Assert.Single((await Server.CallAsync("ListTags", new { ResourceArn = stackArn }))["Tags"]!.AsObject());
    }

    [Theory]
    [InlineData("aws:x", "v", "keys must not be Name or begin with")]
    [InlineData("Name", "v", "keys must not be Name or begin with")]
    [InlineData("a!", "v", "contains a character")]
    [InlineData("", "v", "Tags must not be empty")]
    public async Task Keys_that_are_reserved_or_odd_are_refused(string key, string value, string says) =>
        await RefusedAsync(
        says, "TagResource", new
        {
            ResourceArn = ArnOf("stack", await Server.StackAsync()),
            Tags = new Dictionary<string, string> { [key] = value }
        });

    [Fact]
    public async Task There_may_be_40_tags_and_no_more()
    {
        var arn = ArnOf("stack", await Server.StackAsync());
        await Server.CallAsync(
            "TagResource",
            new { ResourceArn = arn, Tags = Enumerable.Range(0, 40).ToDictionary(n => $"k{n}", _ => "v") });

        await RefusedAsync(
            "Tags would be 41; 40 are allowed",
            "TagResource",
            new { ResourceArn = arn, Tags = new Dictionary<string, string> { ["more"] = "v" } });
    }

    [Fact]
    public async Task Paging_of_tags_is_refused_as_OpsWorks_did() => await RefusedAsync(
        "MaxResults and NextToken are not supported", "ListTags", new
        {
            ResourceArn = ArnOf("stack", await Server.StackAsync()),
            MaxResults = 1
        });

    [Fact]
    public async Task What_is_the_ARN_of_no_stack_or_layer_is_refused() =>
        await RefusedAsync("ResourceArn is 'x'", "ListTags", new { ResourceArn = "x" });

    private static string ArnOf(string noun, string id) => $"arn:aws:opsworks:us-east-1:123456789012:{noun}/{id}/";

    private Task TagAsync(string arn, string key, string value) =>
        Server.CallAsync(
            "TagResource", new { ResourceArn = arn, Tags = new Dictionary<string, string> { [key] = value } });
}
