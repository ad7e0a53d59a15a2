using System.CommandLine;
using System.CommandLine.Completions;
using CSharpChef.Cli.Options;
using CSharpChef.Converge.DataBags;

namespace CSharpChef.Cli.Verbs.DataBags;

/// <summary>The arguments that name a data bag item, and the options that find it.</summary>
internal sealed class ItemArguments
{
    private readonly Argument<string> bag = new("BAG")
    {
        Description = "The name of the data bag.",
        HelpName = "BAG",
    };

    private readonly Argument<string> item = new("ITEM") { Description = "The name of the item." };

    public DataBagOptions Options { get; } = new();

    public void AddTo(Command command)
    {
        bag.CompletionSources.Add(Complete);
        command.Arguments.Add(bag);
        command.Arguments.Add(item);
        Options.AddTo(command);
    }

    // The library asks the sources of all arguments, whichever is typed.
    private IEnumerable<CompletionItem> Complete(CompletionContext context)
    {
        var typed = context.ParseResult.GetResult(bag)?.Tokens is [var token, ..] ? token.Value : null;
        return typed is null || typed == context.WordToComplete
            ? FileCompletions.DataBags(Options, context.ParseResult)
            : FileCompletions.Items(Options, context.ParseResult, typed);
    }

    /// <summary>The name that was typed. There may be no such item.</summary>
    public ItemName Name(ParseResult parsed) =>
        TypedNames.Find(() => ItemName.Parse(parsed.GetValue(bag)!, parsed.GetValue(item)!));

    /// <summary>The name of the item that was typed, which exists.</summary>
    public ItemName Existing(ParseResult parsed)
    {
        var name = Name(parsed);
        TypedNames.Find(() => Folders(parsed).Locate(name));
        return name;
    }

    public DataBagFolders Folders(ParseResult parsed) => Options.Folders(parsed);
}
