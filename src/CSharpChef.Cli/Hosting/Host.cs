using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using CSharpChef.Cli.Verbs;

namespace CSharpChef.Cli.Hosting;

/// <summary>Runs a verb and turns its result into an exit code and messages.</summary>
internal static class Host
{
    private const int Bug = 70;
    private const int Usage = 2;

    public static async Task<int> RunAsync(RootCommand root, string[] args)
    {
        using var interrupts = new Interrupts();
        // @group is a target here, not a file of more arguments.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (WrongNumber(parsed) is { } message)
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
            () => parsed.InvokeAsync(configuration, interrupts.Cancelled), interrupts, args is [var verb, ..] && VerbList.Machines.Has(verb));
        return code == 1 && parsed.Errors.Count > 0 ? Usage : code;
    }

    // The parser would name the type of .NET that the option has.
    private static string? WrongNumber(ParseResult parsed) => parsed.Errors
        .Select(error => error.SymbolResult)
        .OfType<OptionResult>()
        .Where(option => IsNumber(option.Option.ValueType) && option.Tokens.Count > 0)
        .Select(option => $"{option.Option.Name} {option.Tokens[0].Value}: write a whole number")
        .FirstOrDefault();

    private static bool IsNumber(Type type) => (Nullable.GetUnderlyingType(type) ?? type) == typeof(int);

    private static async Task<int> TryAsync(Func<Task<int>> run, Interrupts interrupts, bool usesMachines)
    {
        try
        {
            return await run();
        }
        catch (ChefException e)
        {
            await Console.Error.WriteLineAsync(e.Message);
            return e.ExitCode;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync(usesMachines
                ? "cancelled; a run that has started on a machine goes on there: see csharpchef runs TARGET"
                : "cancelled");
            return interrupts.ExitCode ?? 1;
        }
        catch (Exception e)
        {
            await Console.Error.WriteLineAsync(
                $"{e}\n\nThis is a bug in csharpchef. Please report it with the lines above.");
            return Bug;
        }
    }
}
