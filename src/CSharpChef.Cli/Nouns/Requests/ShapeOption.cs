using System.CommandLine;
using System.CommandLine.Completions;
using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations.Shapes;
using Command = System.CommandLine.Command;

namespace CSharpChef.Cli.Nouns.Requests;

/// <summary>The option or argument for one member of a request, at any depth.</summary>
internal sealed class ShapeOption
{
    private const int MostValues = 1000;

    private readonly IReadOnlyList<string> path;
    private readonly Member member;
    private readonly Symbol symbol;

    private ShapeOption(IReadOnlyList<string> path, Member member, Symbol symbol)
    {
        (this.path, this.member, this.symbol) = (path, member, symbol);
    }

    public static ShapeOption AddOption(
        Command command, IReadOnlyList<string> path, Member member, Lazy<ServerCompletions> names)
    {
        var name = Name(path);
        Option option = member.Shape switch
        {
            FlagShape => new Option<bool?>(name) { Arity = ArgumentArity.ZeroOrOne },
            ListShape or MapShape => new Option<string[]>(name),
            _ => new Option<string?>(name),
        };
        option.Description = Description(member, marked: path.Count == 1);
        option.HelpName = HelpName(member.Shape);
        option.CompletionSources.Add(Completions(member, names));
        command.Options.Add(option);
        return new(path, member, option);
    }

    /// <param name="choice">The name of the argument and the words that it takes; null for those of the member.</param>
    public static ShapeOption AddArgument(
        Command command, Member member, Lazy<ServerCompletions> names,
        (string Name, IReadOnlyList<string> Words)? choice = null)
    {
        var name = choice?.Name ?? MemberName.Upper(member.Name);
        Argument argument = member.Shape is ListShape ? new Argument<string[]>(name) : new Argument<string?>(name);
        argument.Description = Description(member, marked: false);
        argument.Arity = new ArgumentArity(member.Required ? 1 : 0, member.Shape is ListShape ? MostValues : 1);
        argument.HelpName = choice is { } shown ? string.Join('|', shown.Words) : name;
        if (choice is { } words && argument is Argument<string?> text)
        {
            text.AcceptOnlyFromAmong([.. words.Words]);
        }
        else
        {
            argument.CompletionSources.Add(Completions(member, names));
        }

        command.Arguments.Add(argument);
        return new([member.Name], member, argument);
    }

    public static string Name(IEnumerable<string> path) => $"--{string.Join('.', path.Select(MemberName.Kebab))}";

    public void AddAlias(string name) => ((Option)symbol).Aliases.Add($"--{name}");

    /// <summary>Puts the typed value into the request.</summary>
    public void Fill(JsonObject body, ParseResult parsed)
    {
        if (Value(parsed) is not { } value)
        {
            return;
        }

        foreach (var step in path.SkipLast(1))
        {
            body = (JsonObject)(body[step] ??= new JsonObject());
        }

        body[path[^1]] = value;
    }

    private static Func<CompletionContext, IEnumerable<CompletionItem>> Completions(
        Member member, Lazy<ServerCompletions> names) => context => Words(member.Shape)
            .Concat(names.Value.Of(member.Name, context.ParseResult))
            .Select(word => new CompletionItem(word));

    private JsonNode? Value(ParseResult parsed) => symbol switch
    {
        Option<bool?> flag =>
            parsed.GetResult(flag) is { } found ? found.Tokens.Count == 0 || parsed.GetValue(flag) == true : null,
        Option<string[]> many when parsed.GetResult(many) is not null =>
            new ShapeValue(Name(path)).Of(member.Shape, parsed.GetValue(many)!),
        Option<string?> option when parsed.GetValue(option) is { } text =>
            new ShapeValue(Name(path)).Of(member.Shape, [text]),
        Argument<string[]> many when parsed.GetValue(many) is { Length: > 0 } texts =>
            new ShapeValue(many.Name).Of(member.Shape, texts),
        Argument<string?> argument when parsed.GetValue(argument) is { } text =>
            new ShapeValue(argument.Name).Of(member.Shape, [text]),
        _ => null,
    };

    private static string Description(Member member, bool marked) =>
        $"{member.Description}{(marked && member.Required ? " (required)" : "")}".Trim();

    private static string HelpName(Shape shape) => shape switch
    {
        TextShape { AllowedWords.Count: > 0 and <= 6 } text => string.Join('|', text.AllowedWords),
        TextShape { IsSecret: true } => "@FILE|-",
        NumberShape => "NUMBER",
        FlagShape => "true|false",
        ListShape { Item: StructureShape } => "JSON|Member=value,...",
        ListShape => "A,B",
        MapShape => "key=value",
        StructureShape => "JSON|Member=value,...",
        _ => "TEXT",
    };

    private static IReadOnlyList<string> Words(Shape shape) => shape switch
    {
        TextShape text => text.AllowedWords,
        FlagShape => ["true", "false"],
        ListShape list => Words(list.Item),
        _ => [],
    };
}
