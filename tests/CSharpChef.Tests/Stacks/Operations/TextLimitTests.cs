using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Tests.Stacks.Operations;

/// <summary>Texts, lists and objects of requests have limits although no rule names them.</summary>
public sealed class TextLimitTests : ServerTests
{
    [Theory]
    [InlineData("ChefConfiguration", """{"BerkshelfVersion":"TEXT"}""", "ChefConfiguration.BerkshelfVersion")]
    [InlineData("CustomCookbooksSource", """{"Type":"git","Url":"https://example.com/c","Password":"TEXT"}""", "CustomCookbooksSource.Password")]
    [InlineData("VpcId", "\"TEXT\"", "VpcId")]
    public async Task A_text_of_more_bytes_than_its_limit_is_refused(string member, string json, string path) =>
        await RequireRefusalAsync(
            $"{path} has 1025 bytes; 1024 are allowed",
            "CreateStack",
            $$"""
            {"Name":"n","Region":"r","ServiceRoleArn":"s","DefaultInstanceProfileArn":"d","{{member}}":{{json.Replace("TEXT", new('x', 1025), StringComparison.Ordinal)}}}
            """);

    [Fact]
    public async Task A_layer_with_more_recipes_of_an_event_than_200_is_refused() => await RequireRefusalAsync(
        "CustomRecipes.Setup has 201 entries; 200 are allowed",
        "UpdateLayer",
        new { LayerId = "x", CustomRecipes = new { Setup = Enumerable.Repeat("nginx", 201) } });

    [Fact]
    public async Task A_key_of_an_object_that_cannot_be_seen_is_refused() => await RequireRefusalAsync(
        "A key of Tags contains the character U+202E",
        "TagResource",
        new { ResourceArn = "arn:aws:opsworks:r:1:stack/s/", Tags = new Dictionary<string, string> { ["a\u202eb"] = "x" } });

    [Fact]
    public void No_text_of_a_request_is_larger_than_custom_JSON() => Assert.All(
        OperationCatalog.All.SelectMany(operation => operation.Input.Members)
            .Select(member => member.Shape)
            .OfType<TextShape>(),
        text => Assert.InRange(text.MaxBytes, 1, 120 * 1024));
}
