using System.Text.Json.Nodes;
using CSharpChef.Recipes;

namespace CSharpChef.Tests.Recipes.Nodes;

public sealed class AttributePathTests
{
    private static readonly JsonNode Values = JsonNode.Parse("""
        { "web": { "Port": 80, "sites": [{ "host": "a" }, { "host": "b", "ports": [[1], [2, 3]] }], "none": null },
          "zones": { "example.com": { "ttl": 5 }, "example": { "com": { "ttl": 6, "own": 7 } } }, "a[0]": 8 }
        """)!;

    [Theory]
    [InlineData("web.Port", "80")]
    [InlineData("web.sites[1].host", "b")]
    [InlineData("web.sites[1].ports[1][0]", "2")]
    [InlineData("zones.example.com.own", "7")]
    [InlineData("a[0]", "8")]
    public void A_value_is_found_by_keys_and_indexes(string path, string value) =>
        Assert.Equal((path, value), Found(path, StringComparison.Ordinal));

    [Fact]
    public void A_key_with_dots_is_found_where_its_parts_lead_nowhere()
    {
        var values = JsonNode.Parse("""{ "zones": { "example.com": { "ttl": 5 }, "example": {} } }""")!;

        Assert.Equal("5", AttributePath.Find(values, "zones.example.com.ttl", StringComparison.Ordinal)?.Value?.ToString());
    }

    [Theory]
    [InlineData("web.port")]
    [InlineData("web.sites[2]")]
    [InlineData("web.sites[-1]")]
    [InlineData("web.sites[x")]
    [InlineData("web.sites.host")]
    [InlineData("web.Port.x")]
    [InlineData("web.")]
    public void A_path_that_leads_nowhere_finds_nothing(string path) =>
        Assert.Null(AttributePath.Find(Values, path, StringComparison.Ordinal));

    [Fact]
    public void A_value_that_is_null_is_found() =>
        Assert.Equal(("web.none", null), AttributePath.Find(Values, "web.none", StringComparison.Ordinal));

    [Fact]
    public void A_path_in_another_case_is_found_as_it_is_written_when_case_does_not_count() =>
        Assert.Equal(("web.Port", "80"), Found("WEB.port", StringComparison.OrdinalIgnoreCase));

    private static (string Path, string? Value)? Found(string path, StringComparison comparison) =>
        AttributePath.Find(Values, path, comparison) is var (written, value) ? (written, value?.ToString()) : null;
}
