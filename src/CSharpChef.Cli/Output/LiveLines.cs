using CSharpChef.Converge.Results;

namespace CSharpChef.Cli.Output;

/// <summary>Prints a line for each event, as it happens.</summary>
internal sealed class LiveLines(TextWriter output, bool verbose)
{
    private readonly Lock writeLock = new();

    public RunEvents Events => RunLines.To((target, line) => Write(target.Name, line));

    public void Write(string host, RunLine line)
    {
        if (!verbose && RunLines.IsVerbose(line))
        {
            return;
        }

        lock (writeLock)
        {
            output.WriteLine(line.Print(host));
        }
    }
}
