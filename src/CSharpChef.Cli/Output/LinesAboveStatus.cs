using System.Text;

namespace CSharpChef.Cli.Output;

/// <summary>Lines that are printed above the last line of a terminal.</summary>
internal sealed class LinesAboveStatus(TextWriter output, StatusLine status) : TextWriter
{
    public override Encoding Encoding => output.Encoding;

    public override void WriteLine(string? value) => status.Above(() =>
    {
        output.WriteLine(value);
        output.Flush();
    });
}
