using CSharpChef.Cli.Verbs;
using CSharpChef.Cli.Verbs.Show;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Render.Steps;
using CSharpChef.Recipes;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.HouseRules;

/// <summary>The lists of verbs, steps and resources are written by hand, so each must be complete.</summary>
public sealed class ListsTests
{
    private static readonly string[] Verbs =
        [.. SourceTree.In("Cli").Where(file => file.Path.Contains("/Verbs/", StringComparison.Ordinal)
            && file.Name.EndsWith("Verb", StringComparison.Ordinal)
            && file.Name != "Verb").Select(file => file.Name)];

    [Fact]
    public void Every_verb_is_listed_in_VerbList()
    {
        var list = SourceTree.In("Cli").Single(file => file.Name == "VerbList");

        Findings.AssertNone(Verbs.Where(verb => !IsShown(verb) && !list.Mentions(verb)));
    }

    [Fact]
    public void Everything_that_can_be_shown_is_listed_in_ShowVerb()
    {
        var show = SourceTree.In("Cli").Single(file => file.Name == "ShowVerb");

        Findings.AssertNone(Verbs.Where(verb => IsShown(verb) && !show.Mentions(verb)));
    }

    [Fact]
    public void Verbs_are_in_alphabetical_order_within_their_group_and_have_the_listed_name()
    {
        foreach (var group in VerbList.All)
        {
            Assert.Equal(
                group.Verbs.Select(verb => verb.Name).Order(StringComparer.Ordinal),
                group.Verbs.Select(verb => verb.Name));
            Assert.All(group.Verbs, verb => Assert.Equal(verb.Name, verb.Create().Name));
        }

        var subcommands = ShowVerb.Create().Subcommands.Select(command => command.Name).ToList();
        Assert.Equal(subcommands.Order(StringComparer.Ordinal), subcommands);
    }

    [Fact]
    public void A_program_renders_every_step()
    {
        var node = new Node("any", new Facts(FakeNode.Debian12().Facts), NodeAttributes.None);

        foreach (var step in StepSamples.All)
        {
            var lowered = step is CronStep cron ? CronEntry.StepsFor(cron, node) : [step];

            Assert.All(lowered, part => Assert.NotEmpty(StepText.Render(part, new ProgramWriter(node))));
        }
    }

    [Fact]
    public void The_fake_node_executes_every_step()
    {
        foreach (var step in StepSamples.All)
        {
            var node = FakeNode.Debian12().OnAnyCommand().Returns(0);
            var result = node.Execute(PlanOf.Steps(step), ConvergeMode.Plan);

            Assert.DoesNotContain(
                $"the fake node has no {step.GetType().Name}", Assert.Single(result).Reason ?? "", StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_resource_has_cases()
    {
        var types = typeof(Resource).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Resource)) && !type.IsAbstract)
            .Select(
                type => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name[..^"Resource".Length]));
        var folders = Directory.EnumerateDirectories(SourceTree.PathOf("tests/CSharpChef.Tests/Cases/cookbooks"))
            .Select(path => Path.GetFileName(path));

        Findings.AssertNone(types.Except(folders));
    }

    [Fact]
    public void A_resource_and_its_declaring_method_are_in_a_file_named_after_the_resource()
    {
        foreach (var type in typeof(Resource).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Resource)) && !type.IsAbstract))
        {
            var file = SourceTree.In("Recipes")
                .Single(file => file.Path.EndsWith($"/Resources/{type.Name}.cs", StringComparison.Ordinal));

            Assert.Contains(
                file.Nodes<Microsoft.CodeAnalysis.CSharp.Syntax.MethodDeclarationSyntax>(),
                method => method.ReturnType.ToString() == type.Name);
        }
    }

    private static bool IsShown(string verb) => verb.StartsWith("Show", StringComparison.Ordinal) && verb != "ShowVerb";
}
