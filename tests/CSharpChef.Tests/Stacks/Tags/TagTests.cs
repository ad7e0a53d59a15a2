namespace CSharpChef.Tests.Stacks.Tags;

public sealed class TagTests : ServerTests
{
    [Fact]
    public async Task A_layer_inherits_the_tags_of_its_stack_and_can_override_them()
    {
        var stack = await Server.CreateStackAsync();
        var (stackArn, layerArn) = (ArnOf("stack", stack), ArnOf("layer", await Server.CreateLayerAsync(stack)));
        await TagAsync(stackArn, "team", "web");
        await TagAsync(stackArn, "tier", "test");
        await TagAsync(layerArn, "tier", "live");

        var tags = (await Server.CallAsync("ListTags", new { ResourceArn = layerArn }))["Tags"]!;

        Assert.Equal(("web", "live"), (tags["team"]!.GetValue<string>(), tags["tier"]!.GetValue<string>()));
        await Server.CallAsync("UntagResource", new { ResourceArn = stackArn, TagKeys = new[] { "team" } });
        Assert.Single((await Server.CallAsync("ListTags", new { ResourceArn = stackArn }))["Tags"]!.AsObject());
    }

    [Theory]
    [InlineData("aws:x", "v", "a key must not be Name or start with")]
    [InlineData("Name", "v", "a key must not be Name or start with")]
    [InlineData("a!", "v", "A key of Tags contains a character")]
    [InlineData("a", "v!", "Tags.a contains a character")]
    [InlineData("", "v", "A key of Tags must not be empty")]
    public async Task A_tag_key_that_is_reserved_empty_or_contains_invalid_characters_is_refused(
        string key, string value, string says) =>
        await RequireRefusalAsync(
        says, "TagResource", new
        {
            ResourceArn = ArnOf("stack", await Server.CreateStackAsync()),
            Tags = new Dictionary<string, string> { [key] = value }
        });

    [Fact]
    public async Task A_tag_key_of_more_than_127_characters_is_refused_with_the_limit_of_keys() =>
        await RequireRefusalAsync(
            "A key of Tags has 128 characters; 127 are allowed.", "TagResource", new
            {
                ResourceArn = ArnOf("stack", await Server.CreateStackAsync()),
                Tags = new Dictionary<string, string> { [new('k', 128)] = "v" }
            });

    [Fact]
    public async Task A_stack_can_have_40_tags_and_one_more_is_refused()
    {
        var arn = ArnOf("stack", await Server.CreateStackAsync());
        await Server.CallAsync(
            "TagResource",
            new { ResourceArn = arn, Tags = Enumerable.Range(0, 40).ToDictionary(n => $"k{n}", _ => "v") });

        await RequireRefusalAsync(
            "Tags would have 41 entries; the limit is 40",
            "TagResource",
            new { ResourceArn = arn, Tags = new Dictionary<string, string> { ["more"] = "v" } });
    }

    [Fact]
    public async Task Paging_of_tags_is_refused_as_in_OpsWorks() => await RequireRefusalAsync(
        "MaxResults and NextToken are not supported", "ListTags", new
        {
            ResourceArn = ArnOf("stack", await Server.CreateStackAsync()),
            MaxResults = 1
        });

    [Fact]
    public async Task An_ARN_of_something_else_than_a_stack_or_layer_is_refused() =>
        await RequireRefusalAsync("ResourceArn is 'x'", "ListTags", new { ResourceArn = "x" });

    private static string ArnOf(string noun, string id) => $"arn:aws:opsworks:us-east-1:123456789012:{noun}/{id}/";

    private Task TagAsync(string arn, string key, string value) =>
        Server.CallAsync(
            "TagResource", new { ResourceArn = arn, Tags = new Dictionary<string, string> { [key] = value } });
}
