using System.Reflection;
using CSharpChef.Converge;
using CSharpChef.Recipes;

namespace CSharpChef.Tests;

public sealed class ListTests
{
    private static readonly IReadOnlyList<string> Verbs = [.. Directory
        .EnumerateFiles(SourceTree.PathOf("src/CSharpChef.Cli/Verbs"), "*Verb.cs")
        .Select(file => Path.GetFileNameWithoutExtension(file))];

    [Fact]
    public void Every_verb_can_be_typed()
    {
        var program = SourceTree.Read("src/CSharpChef.Cli/Program.cs");
        var show = SourceTree.Read("src/CSharpChef.Cli/Verbs/ShowVerb.cs");

        Assert.All(Verbs, verb => Assert.Contains($"{verb}.Create()", verb == "ShowVerb" || !verb.StartsWith("Show", StringComparison.Ordinal) ? program : show, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_shell_part_is_known_and_there()
    {
        var parts = SourceTree.Read("src/CSharpChef.Converge/Render/ShellParts.cs");
        var files = Directory.EnumerateFiles(SourceTree.PathOf("src/CSharpChef.Converge/Render/shell")).Select(file => Path.GetFileNameWithoutExtension(file));
        string[] programs = ["cancel", "feed", "follow", "runs"];

        Assert.All(files.Except(programs), part => Assert.Contains($"(\"{part}\", ", parts, StringComparison.Ordinal));
        Assert.All(programs, part => Assert.NotEmpty(ShellParts.Read(part)));
    }

    [Fact]
    public void Every_step_is_executed_by_both_machines()
    {
        var shell = SourceTree.Read("src/CSharpChef.Converge/Render/Steps/StepText.cs");
        var fake = SourceTree.Read("src/CSharpChef.Testing/Steps/StepFakes.cs");

        // A cron entry is a file or a block by then.
        Assert.All(Subclasses<Step>().Where(step => step != typeof(CronStep)), step => Assert.Contains(step.Name, shell, StringComparison.Ordinal));
        Assert.All(Subclasses<Step>(), step => Assert.Contains(step.Name, fake, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_resource_has_cases_and_a_word()
    {
        var words = typeof(RecipeContext).GetMethods().Select(method => method.ReturnType).ToHashSet();
        var cookbooks = Case.All.Select(one => one.Cookbook).ToHashSet();

        Assert.All(Subclasses<Resource>(), resource => Assert.Contains(resource, words));
        Assert.All(Subclasses<Resource>(), resource => Assert.Contains(TypeOf(resource), cookbooks));
    }

    private static string TypeOf(Type resource) =>
        System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(resource.Name.Replace("Resource", "", StringComparison.Ordinal));

    private static IEnumerable<Type> Subclasses<T>() => typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract);
}
