using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile.Shared;

public sealed class MixedCookbookTests : IDisposable
{
    private const string Thing = """
        ThingResource Thing(string name) => Declare(new ThingResource(name));

        class ThingResource(string name) : BaseResource(name);
        """;

    private const string Identity = "Log($\"{typeof(ThingResource).TypeHandle.Value} {typeof(BaseResource).TypeHandle.Value}\");";

    private readonly CookbookFolder cookbooks = new();

    public MixedCookbookTests() => cookbooks.With("web/resources/thing.csx", Thing)
        .With("web/resources/base.csx", "abstract class BaseResource(string name) : Resource(name) { protected override IEnumerable<ResourceAction> DefaultActions() => []; }")
        .With("web/resources/part.csx", "class PartResource(string name) : BaseResource(name);");

    public void Dispose() => cookbooks.Dispose();

    [Fact]
    public async Task A_file_that_declares_its_word_stays_valid_beside_files_of_types()
    {
        cookbooks.With("web/recipes/default.csx", "Thing(\"a\");\nPart(\"b\");");

        Assert.Equal(["thing[a]", "part[b]"], (await cookbooks.Evaluate("web")).Select(each => each.ToString()));
    }

    [Fact]
    public async Task The_types_of_a_file_with_functions_belong_to_each_recipe()
    {
        cookbooks.With("web/recipes/default.csx", Identity).With("web/recipes/other.csx", Identity);

        var names = (await cookbooks.Evaluate("web web::other")).Select(each => each.Name.Split(' ')).ToList();

        Assert.NotEqual(names[0][0], names[1][0]);
        Assert.Equal(names[0][1], names[1][1]);
    }

    [Fact]
    public async Task A_file_of_types_that_loads_a_file_with_functions_belongs_to_each_recipe()
    {
        cookbooks.With("web/lib/script.csx", "string Greeting() => \"hi\";\nconst string Name = \"x\";")
            .With("web/lib/types.csx", "#load \"script.csx\"\nclass Types { public string Text => Name; }")
            .With("web/recipes/default.csx", "#load \"../lib/types.csx\"\nLog(Greeting() + new Types().Text);");

        Assert.Equal("hix", Assert.Single(await cookbooks.Evaluate("web")).Name);
        Assert.Empty(cookbooks.Recipes().CheckShared("web"));
    }

    [Fact]
    public async Task Files_of_types_may_load_each_other_in_a_circle()
    {
        cookbooks.With("web/lib/a.csx", "#load \"b.csx\"\nclass A { public B? Other; }")
            .With("web/lib/b.csx", "#load \"a.csx\"\nclass B { public A? Other; }")
            .With("web/recipes/default.csx", "#load \"../lib/a.csx\"\nLog($\"{new A { Other = new B() }.Other}\");");

        Assert.Equal("Cookbooks.web.lib.B", Assert.Single(await cookbooks.Evaluate("web")).Name);
    }
}
