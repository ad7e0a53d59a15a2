using System.CommandLine;

namespace CSharpChef.Cli;

/// <summary>For a person or for a program, and how much.</summary>
internal sealed class OutputOptions
{
    private readonly Option<bool> json = new("--json") { Description = "One JSON document on standard output." };
    private readonly Option<bool> verbose = new("--verbose", "-v") { Description = "Also what did not change, and the text of new files." };

    public void AddTo(Command command)
    {
        command.Options.Add(json);
        command.Options.Add(verbose);
    }

    public bool Json(ParseResult parsed) => parsed.GetValue(json);

    public bool Verbose(ParseResult parsed) => parsed.GetValue(verbose);
}
