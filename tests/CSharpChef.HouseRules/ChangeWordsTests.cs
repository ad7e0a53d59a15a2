using System.Reflection;
using System.Text.RegularExpressions;
using CSharpChef.Converge.Plan;
using CSharpChef.Converge.Render;
using CSharpChef.Converge.Render.Steps;
using CSharpChef.Recipes.Steps;
using CSharpChef.Testing;
using CSharpChef.TestSupport;
using CSharpChef.TestSupport.Recipes;

namespace CSharpChef.HouseRules;

/// <summary>The fake node and the shell program describe a change in the same words.</summary>
public sealed class ChangeWordsTests
{
    private static readonly FakeNode[] Machines = [FakeNode.Debian12(), FakeNode.Alpine320(), FakeNode.Rocky9()];

    public static TheoryData<Type> Kinds => [.. StepSamples.Kinds];

    [Theory, MemberData(nameof(Kinds))]
    public void The_words_of_each_change_of_a_step_are_in_its_shell_parts(Type kind)
    {
        var parts = string.Concat(Machines.Select(machine => Parts(kind, machine)));

        Findings.AssertNone(Words(kind).Where(words => !Regex.IsMatch(parts, $@"\b{Regex.Escape(words)}\b")));
    }

    [Fact]
    public void Words_of_changes_are_found() =>
        Assert.Superset(
            new HashSet<string>
            {
                FileStep.WriteContent,
                PermissionChange.SetMode
            }, Words(typeof(FileStep)).ToHashSet());

    private static string Parts(Type kind, FakeNode machine)
    {
        var node = StepResource.NodeOf(machine);
        var writer = new ProgramWriter(node);
        foreach (var step in StepSamples.Of(kind))
        {
            foreach (var part in step is CronStep entry ? CronEntry.StepsFor(entry, node) : [step])
            {
                StepText.Render(part, writer);
            }
        }

        return string.Concat(writer.Parts.All.Select(part => part.Code));
    }

    private static IEnumerable<string> Words(Type kind) => Constants(kind)
        .Concat(kind.GetProperties().Any(property => property.PropertyType == typeof(Permissions?))
            ? Constants(typeof(PermissionChange))
            : []);

    private static IEnumerable<string> Constants(Type type) => type
        .GetFields(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);
}
