using System.CommandLine;
using System.CommandLine.Parsing;

namespace CSharpChef.Cli.Hosting;

/// <summary>
/// Finds options and arguments that name a file, folder or address and have an empty value, as an unset variable of a
/// script leaves it. Members of requests to a server may be empty.
/// </summary>
internal static class EmptyValue
{
    private static readonly string[] Places = ["FILE", "DIR", "PATH", "URL", "HOST", "NETWORK"];

    /// <returns>The mistake in a sentence; null when there is none.</returns>
    public static string? Find(ParseResult parsed) => parsed.CommandResult.Children
        .Where(child => child.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
        .Select(Sentence)
        .FirstOrDefault(sentence => sentence is not null);

    /// <summary>True for an option that names a file, folder or address.</summary>
    public static bool IsForbidden(Option option) => IsPlace(option.HelpName);

    private static string? Sentence(SymbolResult result) => result switch
    {
        OptionResult { Option: var option } when IsForbidden(option) =>
            $"{option.Name} has an empty value: write {option.Name} {option.HelpName}, or leave the option out.",
        ArgumentResult { Argument: var argument } when IsPlace(argument.Name) =>
            $"The argument {argument.Name} is empty: write its value.",
        _ => null,
    };

    private static bool IsPlace(string? name) => Array.Exists(
        Places, place => name is not null && (name == place || name.StartsWith($"{place}.", StringComparison.Ordinal)
            || name.StartsWith($"{place}:", StringComparison.Ordinal)));
}
