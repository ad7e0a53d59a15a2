using System.CommandLine;
using CSharpChef.Cli.Nouns;
using CSharpChef.Client.Calls;
using CSharpChef.Stacks;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.TestSupport;

namespace CSharpChef.Tests.Cli.Server;

/// <summary>The nouns cover the whole API.</summary>
public sealed class NounTableTests
{
    public static TheoryData<string> Nouns => [.. NounTable.All.Select(noun => noun.Name)];

    [Fact]
    public void Every_operation_of_the_server_has_a_verb()
    {
        // command logs, instance register, instance ssh and stack rotate-ssh-key are verbs of their own: they do more
        // than a call. command list and show have more members, by DescribeCommandDetails.
        string[] others =
        [
            "DescribeCommandLog", "DescribeCommands", "DescribeInstanceConnection", "RegisterInstance",
            "RegisterMachine", "RotateStackSshKey",
        ];
        var reached = NounTable.All.Append(StackSecretVerbs.Secrets)
            .SelectMany(noun => noun.Verbs()).Select(verb => verb.Operation).Concat(others);

        Findings.AssertNone(OperationCatalog.All.Select(operation => operation.Name).Except(reached));
    }

    [Fact]
    public void Nouns_and_their_verbs_are_in_alphabetical_order()
    {
        Assert.Equal(
            NounTable.All.Select(noun => noun.Name).Order(StringComparer.Ordinal),
            NounTable.All.Select(noun => noun.Name));
        Assert.All(NounTable.All.Select(noun => noun.Verbs().Select(verb => verb.Name)),
            verbs => Assert.Equal(verbs.Order(StringComparer.Ordinal), verbs));
    }

    [Theory, MemberData(nameof(Nouns))]
    public void Arguments_and_columns_of_a_verb_are_members_of_its_operation(string name)
    {
        var noun = NounTable.All.Single(noun => noun.Name == name);

        Findings.AssertNone(
            from verb in noun.Verbs()
            let input = ApiTargets.Find(verb.Operation).Input
            from member in verb.Arguments.Concat(verb.Fixed is { } said ? [said.Member] : [])
            where input.Find(member) is null
            select $"{verb.Operation} has no {member}");
        Findings.AssertNone(
            from verb in noun.Verbs()
            where verb.Name == "list" || verb.Columns is not null
            let list = ApiTargets.Find(verb.Operation).Output!.Members.Select(member =>
                member.Shape).OfType<ListShape>().FirstOrDefault()?.Item as StructureShape
            where list is not null
            from column in (verb.Columns ?? noun.Columns).Split(' ')
            where !Leads(list, column.Split('.'))
            select $"{verb.Operation} shows no {column}");
    }

    [Theory, MemberData(nameof(Nouns))]
    public void Options_of_a_verb_have_distinct_names_and_a_description(string name)
    {
        foreach (var verb in NounTable.All.Single(noun => noun.Name == name).Verbs())
        {
            var root = new RootCommand();
            NounCommands.AddTo(root, [name, verb.Name]);
            var command = root.Subcommands.Single(candidate => candidate.Name == name).Subcommands
                .Single(candidate => candidate.Name == verb.Name);
            var names = command.Options.SelectMany(option => option.Aliases.Prepend(option.Name)).ToList();

            Findings.AssertNone(names.GroupBy(optionName => optionName)
                .Where(group => group.Count() > 1)
                .Select(group => $"{name} {verb.Name} has {group.Key} twice"));
            Findings.AssertNone(command.Options.Where(option => string.IsNullOrEmpty(option.Description))
                .Select(option => $"{name} {verb.Name} {option.Name}"));
            Assert.Contains("Example:", command.Description, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_noun_that_is_not_typed_has_no_subcommands()
    {
        var root = new RootCommand();

        NounCommands.AddTo(root, ["converge", "web1"]);

        Assert.All(root.Subcommands, command => Assert.Empty(command.Subcommands));
        Assert.Equal(NounTable.All.Count, root.Subcommands.Count);
    }

    private static bool Leads(StructureShape shape, string[] path) => shape.Find(path[0]) is { } member
        && (path.Length == 1 || (Inner(member.Shape) is { } inner && Leads(inner, path[1..])));

    // A column leads to a member of each item of a list, too.
    private static StructureShape? Inner(Shape shape) =>
        (shape is ListShape list ? list.Item : shape) as StructureShape;
}
