using System.CommandLine;
using System.Text.Json.Nodes;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>The options and arguments of an operation, created from the shape of its request.</summary>
internal sealed class RequestOptions(Operation operation, NounVerb verb)
{
    private readonly List<ShapeOption> options = [];
    private readonly Lazy<ServerCompletions> names = new(ServerCompletions.OfUser);

    public void AddTo(Command command)
    {
        options.AddRange(verb.Arguments.Select((name, number) => ShapeOption.AddArgument(
            command, operation.Input.Find(name)!, names, number == 0 ? verb.Choice : null)));
        foreach (var member in operation.Input.Members.Where(
            member => !verb.Arguments.Contains(member.Name) && member.Name != verb.Fixed?.Member))
        {
            Add(command, [member.Name], verb.Defaults.ContainsKey(member.Name)
                ? member with { Required = false }
                : member);
        }
    }

    /// <summary>The typed part of the request; names in it are not yet ids.</summary>
    public JsonObject Read(ParseResult parsed)
    {
        var body = new JsonObject();
        options.ForEach(option => option.Fill(body, parsed));
        if (verb.Fixed is { } set)
        {
            body[set.Member] = set.Value.DeepClone();
        }

        foreach (var (member, value) in verb.Defaults.Where(usual => body[usual.Key] is null))
        {
            body[member] = value(body)?.DeepClone();
        }

        return body;
    }

    /// <summary>Checks the request after names became ids and defaults were filled in.</summary>
    public void CheckRequired(JsonObject body)
    {
        foreach (var member in operation.Input.Members.Where(member => member.Required && body[member.Name] is null))
        {
            throw new UsageException($"--{MemberName.Short(member.Name)} is missing: {member.Description}");
        }

        if (verb is { Name: "show", Arguments: [var names] } && body[names] is null or JsonArray { Count: 0 })
        {
            throw new UsageException($"{MemberName.Upper(names)} is missing: name what to show, or use list");
        }
    }

    // A structure has one option for the whole and one for each member.
    private void Add(Command command, IReadOnlyList<string> path, Member member)
    {
        var option = ShapeOption.AddOption(command, path, member, names);
        options.Add(option);
        if (path.Count == 1
            && MemberName.Short(member.Name) is var alias
            && alias != MemberName.Kebab(member.Name)
            && !IsUsed(alias))
        {
            option.AddAlias(alias);
        }

        foreach (var part in member.Shape is StructureShape structure ? structure.Members : [])
        {
            Add(command, [.. path, part.Name], part);
        }
    }

    private bool IsUsed(string name) => operation.Input.Members.Any(member => MemberName.Kebab(member.Name) == name);
}
