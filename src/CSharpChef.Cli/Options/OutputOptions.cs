using System.CommandLine;
using CSharpChef.Cli.Output;
using CSharpChef.Converge.Plan;

namespace CSharpChef.Cli.Options;

/// <summary>The options that choose what is printed and in which format.</summary>
internal sealed class OutputOptions
{
    public const string VerboseName = "--verbose";

    private readonly Option<bool> json = new("--json") { Description = "Print one JSON document." };
    private readonly Option<bool> jsonLines = new("--json-lines")
    {
        Description = "Print a line of JSON for each event, as it happens."
    };
    private readonly Option<bool> verbose = new(VerboseName, "-v")
    {
        Description = "Also print what did not change, the text of new files, and how machines are reached.",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(json);
        command.Options.Add(verbose);
    }

    /// <summary>For verbs that always print all that they know.</summary>
    public void AddJsonTo(Command command) => command.Options.Add(json);

    /// <summary>For verbs that run for long.</summary>
    public void AddWithLinesTo(Command command)
    {
        AddTo(command);
        command.Options.Add(jsonLines);
        command.Validators.Add(result =>
        {
            if (result.GetValue(json) && result.GetValue(jsonLines))
            {
                result.AddError("--json and --json-lines exclude each other");
            }
        });
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(json);

    public bool Verbose(ParseResult parsed) => parsed.GetValue(verbose);

    /// <summary>Whether a command has the option, and it is given.</summary>
    public static bool IsVerbose(ParseResult parsed) =>
        parsed.CommandResult.Command.Options.Any(option => option.Name == VerboseName)
        && parsed.GetValue<bool>(VerboseName);

    /// <summary>Creates the output of a run as the options choose it.</summary>
    public RunOutput Run(ParseResult parsed, int hosts, ConvergeMode mode) =>
        Json(parsed) ? RunOutputs.Json(hosts)
        : parsed.GetValue(jsonLines) ? RunOutputs.JsonLines(hosts)
        : hosts > TextReport.FewHosts && !Console.IsOutputRedirected ? RunOutputs.Table(hosts, Verbose(parsed), mode)
        : RunOutputs.Lines(hosts, Verbose(parsed), mode);
}
