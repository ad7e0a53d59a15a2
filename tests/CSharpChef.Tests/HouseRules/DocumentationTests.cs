using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CSharpChef.Converge;
using CSharpChef.Recipes;
using CSharpChef.Testing;

namespace CSharpChef.Tests;

public sealed partial class DocumentationTests
{
    [Theory]
    [InlineData(typeof(Resource))]
    [InlineData(typeof(FakeNode))]
    public void Every_public_member_says_what_it_is(Type any)
    {
        var shown = any.Assembly.ExportedTypes.Select(type => type.FullName!).ToList();
        var silent = Members(any.Assembly)
            .Where(member => !member.Descendants("summary").Any() && !member.Descendants("inheritdoc").Any())
            .Select(member => member.Attribute("name")!.Value[2..])
            .Where(name => !name.Contains("#ctor", StringComparison.Ordinal) && !name.Contains("Pattern", StringComparison.Ordinal))
            .Where(name => shown.Any(type => name.StartsWith(type + ".", StringComparison.Ordinal)) && !name.EndsWith("Octal", StringComparison.Ordinal) && !name.EndsWith("Symbolic", StringComparison.Ordinal));

        // What has no comment at all is a warning of the compiler, and an error in a release.
        Assert.Empty(silent);
    }

    [Fact]
    public async Task Every_resource_has_an_example_that_compiles_and_plans()
    {
        var words = Members(typeof(Resource).Assembly)
            .Where(member => member.Attribute("name")!.Value.StartsWith("M:CSharpChef.Recipes.RecipeContext.", StringComparison.Ordinal))
            .Where(member => Words().Contains(member.Attribute("name")!.Value.Split('(')[0].Split('.')[^1]))
            .ToList();
        Assert.Equal(words.Count, words.Count(word => word.Descendants("code").Any()));

        // All of them as one recipe: they live together, and one compilation does.
        var examples = words.SelectMany(word => word.Descendants("code")).Select(code => $"{{\n{Deindented(code.Value)}\n}}");
        using var cookbooks = new ExampleCookbook(string.Join('\n', examples));
        var run = await new ChefTest(cookbooks.Folder).Plan(
            "example", FakeNode.Debian12().HasService("app", running: true, enabled: true).OnAnyCommand().Returns(0), TestContext.Current.CancellationToken);

        Assert.True(run.Changed > words.Count / 2);
    }

    private static HashSet<string> Words() =>
        [.. typeof(RecipeContext).GetMethods().Where(method => method.ReturnType.IsSubclassOf(typeof(Resource))).Select(method => method.Name)];

    private static IEnumerable<XElement> Members(Assembly assembly) =>
        XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml")).Descendants("member");

    private static string Deindented(string code) => Margin().Replace(code, "");

    [GeneratedRegex("^ {12}", RegexOptions.Multiline)]
    private static partial Regex Margin();

    private sealed class ExampleCookbook : IDisposable
    {
        public ExampleCookbook(string recipe)
        {
            Write("recipes/default.csx", recipe);
            Write("templates/app.conf", "port {{ port }}");
            Write("files/backup.sh", "#!/bin/sh\n");
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("csharpchef-examples-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        private void Write(string below, string text)
        {
            var path = Path.Combine(Folder, "example", below);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text, Encoding.UTF8);
        }
    }
}
