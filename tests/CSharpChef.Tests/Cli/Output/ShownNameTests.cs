using CSharpChef.TestSupport;
using CSharpChef.TestSupport.CommandLines;

namespace CSharpChef.Tests.Cli.Output;

/// <summary>The names of sensitive resources, in every kind of output.</summary>
[Collection(LocalMachine.Name)]
public sealed class ShownNameTests : IDisposable
{
    private const string Secret = "correct-horse-battery";
    private readonly LocalMachine machine = new();

    public ShownNameTests()
    {
        machine.Cookbooks.With("web/attributes/default.json", $$"""{ "password": "{{Secret}}" }""");
        machine.Recipe("web/recipes/default.csx", """
            var secret = Secret("password");
            File($"{dir}/plain", f => { f.Content = "x"; f.Sensitive = true; });
            File($"{dir}/at-{secret}", f => f.Content = "x");
            Execute($"true {secret}");
            Execute("true hidden", e => e.Sensitive = true);
            Execute($"true {secret} named", e => e.Name = "named command");
            Log($"said {secret}");
            """);
    }

    public void Dispose() => machine.Dispose();

    [Theory, WholeSuite]
    [InlineData("converge", "-v")]
    [InlineData("converge", "--json")]
    [InlineData("converge", "--json-lines")]
    [InlineData("plan", "-v")]
    [InlineData("show plan", "-v")]
    [InlineData("show plan", "--json")]
    [InlineData("show resources", "-v")]
    [InlineData("show resources", "--json")]
    [InlineData("show program", "-v")]
    public async Task A_sensitive_resource_keeps_its_name_with_secrets_masked_unless_it_is_named_by_its_text(
        string verb, string format) =>
        (await machine.RunAsync(verb, "web", format)).Exits(0)
            .Prints($"file[{machine["plain"]}]", $"file[{machine["at-***"]}]", "execute[***]", "execute[named command]")
            .DoesNotPrint(Secret, "true hidden");
}
