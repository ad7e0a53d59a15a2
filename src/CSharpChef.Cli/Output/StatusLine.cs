namespace CSharpChef.Cli.Output;

/// <summary>
/// The last line of a terminal, on the error output, which is replaced in place. Lines of the standard output are
/// printed above it.
/// </summary>
internal sealed class StatusLine(TextWriter error, Func<int> width)
{
    private const string ClearLine = "\r\e[K";
    private readonly Lock writeLock = new();
    private string shown = "";

    /// <summary>Replaces the line; an empty text removes it.</summary>
    public void Show(string text)
    {
        lock (writeLock)
        {
            var line = Fitting(text);
            if (line != shown)
            {
                error.Write($"{ClearLine}{line}");
                error.Flush();
                shown = line;
            }
        }
    }

    /// <summary>Prints something above the line.</summary>
    public void Above(Action print)
    {
        lock (writeLock)
        {
            error.Write(shown.Length > 0 ? ClearLine : "");
            print();
            error.Write(shown);
            error.Flush();
        }
    }

    // A line as wide as the terminal would wrap in some of them.
    private string Fitting(string text) =>
        text.Length < width() ? text : $"{text[..Math.Max(0, width() - 2)]}…";
}
