using System.Collections.Concurrent;
using System.Text;

namespace CSharpChef.Cli.Output;

/// <summary>Lines that wait to be printed.</summary>
internal sealed class LineQueue : TextWriter
{
    private readonly ConcurrentQueue<string> lines = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value) => lines.Enqueue(value ?? "");

    public IEnumerable<string> Take()
    {
        while (lines.TryDequeue(out var line))
        {
            yield return line;
        }
    }
}
