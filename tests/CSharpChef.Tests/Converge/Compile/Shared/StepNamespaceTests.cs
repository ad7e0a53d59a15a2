using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.Tests.Converge.Compile.Shared;

public sealed class StepNamespaceTests : IDisposable
{
    private const string Class = """
        sealed class TouchResource(string name) : Resource(name)
        {
            public ResourceAction Create => Act(_ => [new TouchStep(Name)]);
            protected override IEnumerable<ResourceAction> DefaultActions() => [Create];
        }
        """;

    private const string Function = "TouchResource Touch(string name) => Declare(new TouchResource(name));\n";
    private const string Using = "using CSharpChef.Recipes.Steps;\n";
    private readonly CookbookFolder cookbooks = new();

    public void Dispose() => cookbooks.Dispose();

    [Theory]
    [InlineData("resources/touch.csx", Class)]
    [InlineData("resources/touch.csx", Using + Class)]
    [InlineData("resources/touch.csx", "namespace Own;\n" + Class)]
    [InlineData("resources/touch.csx", Function + Class)]
    [InlineData("resources/touch.csx", Using + Function + Class)]
    [InlineData("lib/touch.csx", Using + Class)]
    public void A_file_of_resources_uses_steps_without_their_namespace_and_any_file_with_it(string file, string code)
    {
        cookbooks.With("web/" + file, code).With("web/recipes/default.csx", "Log(\"x\");");

        Assert.Empty(cookbooks.Recipes().CheckShared("web"));
        Assert.Empty(cookbooks.Compile("web").Warnings);
    }

    [Theory]
    [InlineData("lib/touch.csx", "web/lib/touch.csx:3:51: error CS0246:")]
    [InlineData("recipes/default.csx", "web/recipes/default.csx:3:51: error CS0246:")]
    public void A_step_elsewhere_gets_a_hint_to_the_folder_and_the_namespace(string file, string place)
    {
        cookbooks.With("web/recipes/default.csx", "Log(\"x\");").With("web/" + file, Class);

        var error = cookbooks.CompileError("web").Message;

        Assert.StartsWith(place, cookbooks.Below(error));
        Assert.Contains(
            "TouchStep is for resources: use it in a file of resources/, or write using CSharpChef.Recipes.Steps;", error);
    }
}
