using CSharpChef.Converge;
using CSharpChef.Converge.Cookbooks;
using CSharpChef.Converge.Results;
using CSharpChef.Converge.Targets;
using CSharpChef.Recipes;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge;

public sealed class PlatformCheckTests : IDisposable
{
    private static readonly Target Host = new("web1");

    private readonly CookbookFolder cookbooks = new();
    private readonly List<string> notes = [];

    public PlatformCheckTests() => cookbooks.With("web/cookbook.json", """{ "dependencies": ["base"] }""")
        .With("base/cookbook.json", """{ "platforms": ["debian >= 12", "alpine"] }""");

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("debian", "12")]
    [InlineData("debian", "13")]
    [InlineData("alpine", "3.20.1")]
    public void A_platform_that_the_cookbooks_name_is_right(string name, string version) => Check(name, version);

    [Theory]
    [InlineData("debian", "11")]
    [InlineData("rocky", "9")]
    public void Another_platform_is_refused_with_the_place_and_a_note_when_any_is_allowed(string name, string version)
    {
        var error = Assert.Throws<RecipeException>(() => Check(name, version));

        Assert.Equal(
            $"base/cookbook.json:1:3: base is made for debian >= 12, alpine, and this is {name} {version}: to try it all the same, use --any-platform",
            cookbooks.Below(error.Message));

        Check(name, version, anyPlatform: true);
        Assert.Equal(
            [$"base/cookbook.json:1:3: base is made for debian >= 12, alpine, and this is {name} {version}"],
            notes.Select(cookbooks.Below));
    }

    private void Check(string name, string version, bool anyPlatform = false)
    {
        var facts = new Dictionary<string, string> { ["platform.name"] = name, ["platform.version"] = version };
        var request = new RunRequest([RunListItem.Parse("web")], cookbooks.Recipes())
        {
            AnyPlatform = anyPlatform,
            Events = new RunEvents { Note = (_, note) => notes.Add(note) },
        };
        PlatformCheck.Require(request, Host, request.NodeOf(Host, new Facts(facts)));
    }
}
