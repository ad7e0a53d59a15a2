using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using CSharpChef.Converge.Errors;

namespace CSharpChef.Cli.Hosting;

/// <summary>Runs a verb and turns its result into an exit code and messages.</summary>
internal static class Host
{
    private const int Bug = 70;
    private const int Usage = 2;
    private const int FileError = 3;

    /// <param name="root">The commands.</param>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="hint">What to add to the message when the user cancels the command.</param>
    public static async Task<int> RunAsync(RootCommand root, string[] args, string hint)
    {
        using var interrupts = new Interrupts();
        // @group is a target here, not a file of more arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (Mistake(parsed, args) is { } message)
        {
            await Console.Error.WriteLineAsync(message);
            return Usage;
        }

        if (parsed.Action is ParseErrorAction error && parsed.CommandResult.Command.Subcommands.Count == 0)
        {
            // A page of options would hide the error.
            error.ShowHelp = false;
        }

        var configuration = new HostConfiguration(interrupts)
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null
        };
        var code = await TryAsync(
            () => parsed.InvokeAsync(configuration, interrupts.Cancelled), interrupts, hint);
        return code == 1 && parsed.Errors.Count > 0 ? Usage : code;
    }

    private static string? Mistake(ParseResult parsed, string[] args) =>
        MissingValue(parsed, args) ?? WrongNumber(parsed) ?? EmptyValue.Find(parsed) ?? MisplacedPath.Find(parsed);

    // The parser takes the next option for the value that is missing.
    private static string? MissingValue(ParseResult parsed, string[] args) => parsed.CommandResult.Children
        .OfType<OptionResult>()
        .Select(option => MissingValue(option, parsed.CommandResult.Command, args))
        .FirstOrDefault(message => message is not null);

    private static string? MissingValue(OptionResult option, Command command, string[] args) => option.Tokens
        .Select(token => token.Value)
        .Where(value => args.Contains(value) && IsOption(value, command))
        .Select(value => $"{option.IdentifierToken?.Value} lacks its value: {value} after it is an option"
            + $" (a value that begins with - is written {option.IdentifierToken?.Value}={value})")
        .FirstOrDefault();

    private static bool IsOption(string text, Command command) =>
        text is ['-', '-', _, ..]
        || (text is ['-', _, ..] && command.Options.Any(option => option.Aliases.Contains(text)));

    // The parser would name the type of .NET that the option has.
    private static string? WrongNumber(ParseResult parsed) => parsed.Errors
        .Select(error => error.SymbolResult)
        .OfType<OptionResult>()
        .Where(option => IsNumber(option.Option.ValueType)
            && option.Tokens is [var token, ..]
            && !int.TryParse(token.Value, out _))
        .Select(option => $"{option.Option.Name} {option.Tokens[0].Value}: write a whole number.")
        .FirstOrDefault();

    private static bool IsNumber(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(int);

    private static async Task<int> TryAsync(Func<Task<int>> run, Interrupts interrupts, string hint)
    {
        try
        {
            return await run();
        }
        catch (ChefException e)
        {
            await Console.Error.WriteLineAsync(PrintableText.Of(e.Message));
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"cancelled{hint}");
            return interrupts.ExitCode ?? 1;
        }
        catch (Exception e) when (FileFault.In(e) is { } fault)
        {
            await Console.Error.WriteLineAsync(FileFault.Explain(fault));
            return FileError;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(
                $"{e}\n\nThis is a bug in csharpchef. Please report it with the lines above.");
            return Bug;
        }
    }
}
